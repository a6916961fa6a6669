import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isPlaceholder } from '../../../nodes/shared/values/placeholder';

const PLACEHOLDERS = [
	'N/A',
	'n/a',
	'#N/A',
	'n.a.',
	'N / A',
	'-',
	'--',
	'—',
	'null',
	'NULL',
	'(null)',
	'None',
	'nan',
	'NaN',
	'<NA>',
	'NaT',
	'undefined',
	'undefined undefined',
	'#REF!',
	'#VALUE!',
	'#DIV/0!',
	' n/a ',
	'\u200bN/A\u00a0',
	'\u2212',
	'N／A',
	'N⁄A',
	'Ｎ/Ａ',
	'#N/D',
	'#¡REF!',
	'#¡VALOR!',
	'#DIV/0!',
	'#BLOCKED!',
	'#GETTING_DATA',
	'#####',
	'#Н/Д',
	'=NA()',
	"'-",
	"'N/A",
	'Err:502',
	'\\N',
	'n\u3164/\u2800a',
];

describe('a placeholder for a missing value', () => {
	it.each(PLACEHOLDERS)('is %j', (value) => expect(isPlaceholder(value)).toBe(true));

	it('is the number NaN', () => expect(isPlaceholder(NaN)).toBe(true));

	it.each([
		'',
		' ',
		'Dana Null',
		'Null Island',
		'None of the above',
		'Na',
		'Nat',
		'Nan Smith',
		'N. Adams',
		'A-1',
		'?',
		'unknown',
		'#1',
		'#VIP',
		'#vip!',
		'#A/C',
		"O'Na",
		0,
		false,
		null,
		undefined,
		{},
	])('is not %j', (value) => expect(isPlaceholder(value)).toBe(false));

	it('may be written in any case, with blanks around it', () => {
		const spelled = fc.tuple(
			fc.constantFrom('n/a', 'null', 'none', 'nan', 'undefined', '#n/a'),
			fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
			fc.constantFrom('', ' ', '\t', '\u00a0'),
		);
		fc.assert(
			fc.property(spelled, ([word, capitals, blank]) => {
				const written = [...word].map((letter, place) => (capitals[place] ? letter.toUpperCase() : letter)).join('');
				return isPlaceholder(`${blank}${written}${blank}`);
			}),
		);
	});
});
