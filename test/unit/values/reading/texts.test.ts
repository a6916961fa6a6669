import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { broughtIn } from '../../../../nodes/shared/values/reading/gap';
import {
	readInstructions,
	readMessage,
	readMessageLine,
	readSpokenLine,
} from '../../../../nodes/shared/values/reading/message';
import { readMessageJson, readSettingsJson } from '../../../../nodes/shared/values/reading/messageJson';
import { readSecret } from '../../../../nodes/shared/values/reading/secret';
import { failureOf } from '../../support/failures';
import { reading } from '../../support/reading';

const refused = (work: () => unknown): string => {
	const { kind, message } = failureOf(work);
	expect(kind).toBe('input');
	return message;
};

describe('what a program leaves in a text to a person', () => {
	it.each([
		'Hi Undefined,',
		'Hi UNDEFINED,',
		'Hi N/A,',
		'Hi n/a',
		'Hi N / A!',
		'Hi #N/A,',
		'Hi None,',
		'Dear None!',
		'Hello, none, how are you?',
		'None, shall we talk?',
		'Hi nan,',
		'hey NAN',
		'Hi NULL,',
		'Dear Mr. NULL, call us',
		'Your meeting with NULL is at 5',
		'Hi (NULL)',
		'Ann NULL',
		'Dear Ms. None,',
		'Hi there None',
		'Hi "None",',
		'Moin None,',
		'Mr None called',
		'Hi false,',
		'Dear Mr. true',
		'Hi "false"',
		'Good morning None',
		'A,\nnan, b',
		'undefinedundefined',
		'Hi undefinednull!',
		'Hi nullnull',
		'Hi null_null',
		'Hi Danaundefined,',
		'Hi undefinedDana',
		'Hi un\u200bdefined,',
		'Hi un\u00addefined',
		'\uff55ndefined',
		'Hi undefined\u200b,',
		'https://example.com/undefined/a',
		'<b>undefined</b>',
		'&nbsp;undefined',
		'See you at Invalid DateTime',
		'on Invalid Date.',
		'on Invalid date',
		'Hi [object Array]',
		'Hi [Object: null prototype] {}',
		'You owe #REF!',
		'Hi #NAME?,',
		'#DIV/0! dollars',
	])('is refused in %j', (text) => {
		expect(refused(() => readMessage(text, reading()))).toContain('"Field" has "');
		expect(readMessage(text, reading({ sendsUnfilled: true }))).toBe(text);
	});

	it.each([
		'Hi Nan, is Grandpa home?',
		'Hi Null, welcome',
		'Hello none of you',
		'None of this is advice.',
		'Allergies: None',
		'We take cash, none of the cards, and checks',
		'The nullable flag',
		'null and void',
		'NULL AND VOID',
		'Hello true believers',
		'Is that true, or false?',
		'Ms. Nonet',
		'Thanks, none of it',
		'undefinedness',
		'an invalid date was given',
		'https://example.com/n/a/form',
		'Nanette, hello',
		'India/Nepal',
		'An answer',
		'#NAME of the band',
		'Hi Noneth,',
	])('is not seen in %j', (text) => {
		expect(readMessage(text, reading())).toBe(text);
	});

	it('is recognised by its template, for any word', () => {
		const sent = (template: string, text: string) => () => readMessage(text, reading({ templateOf: () => template }));
		for (const nothing of ['None', 'nan', 'Nan', '-', 'N.A.', '(none)', '#NV', 'NaT']) {
			expect(refused(sent('We met {{ $json.name }} there', `We met ${nothing} there`))).toContain(nothing);
			expect(
				refused(sent('{{ $json.greeting }} {{ $json.first }}, hello {{ $json.place }}', `Hi Ann, hello ${nothing}`)),
			).toContain(nothing.replace(/[()]/g, ''));
		}
		expect(sent('Allergies: {{ $json.allergies }}, Age: {{ $json.age }}', 'Allergies: None, Age: -')()).toBe(
			'Allergies: None, Age: -',
		);
		expect(sent('We met {{ $json.name }} there', 'We met Nina there')()).toBe('We met Nina there');
	});

	it('is looked for in what each expression has brought', () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		const literal = fc.constantFrom('. ', '! ', ' / ', ',\n');
		fc.assert(
			fc.property(fc.array(fc.tuple(literal, word), { minLength: 1, maxLength: 5 }), literal, (parts, end) => {
				const template = `${parts.map(([before]) => `${before}{{ x }}`).join('')}${end}`;
				const text = `${parts.map(([before, brought]) => `${before}${brought}`).join('')}${end}`;
				expect(broughtIn(template, text)).toEqual(parts.map(([before, brought]) => ({ before, brought })));
			}),
		);
	});

	it('is not a number that has lost digits', () => {
		expect(refused(() => readMessage(2 ** 60, reading()))).toContain(
			'"Field" is a number with too many digits (got 1152921504606847',
		);
		expect([readMessage(5, reading()), readSpokenLine(' Ann ', reading())]).toEqual(['5', 'Ann']);
	});

	it('may be spoken of in what an agent is told to do, but no expression may have brought nothing', () => {
		const text = 'If the name is null or undefined, say N/A.';
		expect(readInstructions(text, reading())).toBe(text);
		expect(
			refused(() =>
				readInstructions('You work for .', reading({ templateOf: () => 'You work for {{ $json.firm }}.' })),
			),
		).toContain('You work for .');
		expect(
			refused(() =>
				readInstructions(
					'You work for undefined now',
					reading({ templateOf: () => 'You work for {{ $json.firm }} now' }),
				),
			),
		).toContain('undefined');
	});
});

describe('texts to a person within JSON', () => {
	const FAULTS: Array<[unknown, string]> = [
		[{ hello: 'Hi undefined' }, '"hello"'],
		[{ steps: [{ channel: 'sms' }, { message: 'Hi NaN' }] }, '"steps[1].message"'],
		[['fine', ['[object Object]']], '"[1][0]"'],
		[{ a: { undefined: 1 } }, '"a.undefined"'],
		[{ agent_id: 'undefined' }, '"agent_id"'],
	];

	it.each(FAULTS)('%j is refused with its place', (value, place) => {
		for (const given of [value, JSON.stringify(value)]) {
			expect(refused(() => readMessageJson(given, reading()))).toContain(`in ${place}`);
			expect(readMessageJson(given, reading({ sendsUnfilled: true }))).toBe(given);
		}
	});

	it('are read unchanged', () => {
		for (const given of [{ hello: 'Hi Ann', none: [null], n: 5 }, '{"message": "None of it", "n": 0}'])
			expect(readMessageJson(given, reading())).toBe(given);
	});

	it('have no gap where an expression brought nothing', () => {
		const template = '{"name": "r", "message": "Hi {{ $json.first_name }}, hello"}';
		expect(
			refused(() => readMessageJson('{"name": "r", "message": "Hi , hello"}', reading({ templateOf: () => template }))),
		).toContain('"Hi ,"');
	});

	it('of settings are those that are said', () => {
		const said = { firstMessage: 'Hi undefined' };
		expect(refused(() => readSettingsJson(said, reading()))).toContain('"firstMessage"');
		expect(refused(() => readSettingsJson({ a: { idleMessages: ['ok', 'Hi null'] } }, reading()))).toContain(
			'"a.idleMessages[1]"',
		);
		const code = { schema: { type: 'null' }, code: 'if (x === undefined) return' };
		expect(readSettingsJson(code, reading())).toBe(code);
	});
});

describe('a secret', () => {
	it('stays to the letter', () => {
		for (const secret of ['s3cret', ' with blanks ', 'null-and-more', '0'])
			expect(readSecret(secret, reading())).toBe(secret);
		expect(readSecret(1234, reading())).toBe('1234');
	});

	it.each([
		'undefined',
		'Undefined',
		'NaN',
		'null',
		'[object Object]',
		'N/A',
		'-',
		' undefined ',
		'whsec_undefined',
		'undefinedundefined',
		Number.NaN,
		{ key: 's3cret' },
		['s3cret'],
		true,
	])('is refused without being shown: %j', (value) => {
		const { message, description } = failureOf(() => readSecret(value, reading()));
		expect(message).toMatch(/^"Field" must be a secret/);
		expect(`${message}${description}`).not.toMatch(/undefined|NaN|N\/A|s3cret|object/);
	});
});

describe('a subject', () => {
	it('is one line', () => {
		expect(readMessageLine(' Your case \r\n is\u2028open\n', reading())).toBe('Your case is open');
	});
});
