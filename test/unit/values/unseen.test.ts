import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readApiKey } from '../../../nodes/shared/values/apiKey';
import { isFilled } from '../../../nodes/shared/values/filled';
import { withoutInvisible } from '../../../nodes/shared/values/invisible';
import { isPlaceholder } from '../../../nodes/shared/values/placeholder';
import { isNothing } from '../../../nodes/shared/values/reading/nothing';
import { readText } from '../../../nodes/shared/values/reading/text';
import { shown } from '../../../nodes/shared/values/shown';
import { trimmed } from '../../../nodes/shared/values/unseen';
import { reading } from '../support/reading';

const UNSEEN = [
	'\u3164',
	'\u2800',
	'\u115f',
	'\u0000',
	'\ufe0f',
	'\u200b',
	'\u00ad',
	'\u034f',
	'\u180e',
	'\u2060',
	'\ufeff',
	'\u00a0',
	'\u2003',
	'\u0085',
	'\u001f',
	'\u17b4',
	'\uffa0',
	'\u{e0020}',
	'\u{e0100}',
	'\t',
	'\u2028',
];

const unseen = fc.array(fc.constantFrom(...UNSEEN), { maxLength: 5 }).map((characters) => characters.join(''));

describe('an invisible character', () => {
	it.each(UNSEEN)('counts as empty alone in a cell, and is named in a message: %j', (character) => {
		expect([isNothing(character), isFilled(character), trimmed(character)]).toEqual([true, false, '']);
		expect(shown(`a${character}b`)).toMatch(/^a\\u[0-9a-f]{4,5}b$/);
	});

	it('around a text, a key or a placeholder is not a part of it', () => {
		fc.assert(
			fc.property(unseen, unseen, (before, after) => {
				expect(readText(`${before}Dana Reyes${after}`, reading())).toBe('Dana Reyes');
				expect(readApiKey(`${before}sk-1${after}`)).toBe('sk-1');
				expect(isPlaceholder(`${before}n/a${after}`)).toBe(true);
			}),
		);
	});

	it.each(['❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '葛\u{e0100}', 'Ann 👩‍💻'])('stays where it belongs to a character: %j', (text) => {
		expect([trimmed(` ${text}\u200b `), withoutInvisible(text)]).toEqual([text, text]);
	});

	it('is found at once, for any amount of it in a text', () => {
		for (const character of ['\u200b', ' ', '\n', '\u3164', '"', '\u{e0061}', '-', '\u{1f3f4}\u{e0061}']) {
			const text = `a${character.repeat(250_000)}b`;
			expect([trimmed(text) === text, isNothing(text), isPlaceholder(text), shown(text).length < 1_000]).toEqual([
				true,
				false,
				false,
				true,
			]);
			withoutInvisible(text);
			expect(() => readApiKey(text)).not.toThrow(RangeError);
		}
	});
});
