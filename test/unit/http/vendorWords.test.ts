import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { kaiCalls } from '../../../nodes/KaiCalls/vendor';
import { kairo } from '../../../nodes/Kairo/vendor';
import { kakiyo } from '../../../nodes/Kakiyo/vendor';
import { kayse } from '../../../nodes/Kayse/vendor';
import { explainRefusal, readRefusal } from '../../../nodes/shared/http/refusal';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { unavailable } from '../../../nodes/shared/http/sendFailure';
import { classifyTransportError } from '../../../nodes/shared/http/transportFailure';
import { vendorWords } from '../../../nodes/shared/http/vendorWords';
import { acme, response } from '../support/wire';

/** Words that every JavaScript object answers to, such as `constructor`: to a vendor they are words like others. */
const words = Object.getOwnPropertyNames(Object.prototype);

const refusal = (code: string) => ({ status: 400, code, message: '', fields: [], labels: [], location: '', ids: {} });

describe.each([kaiCalls, kairo, kakiyo, kayse])('a code of $name', (vendor) => {
	it.each(words)('%s is an unknown one', (code) => {
		expect(explainRefusal(vendor, refusal(code))).toEqual({
			...explainRefusal(vendor, refusal('nobody knows it')),
			code,
			quotes: ['', code],
		});
	});
});

describe('a code of the network', () => {
	it.each(words)('%s is shown unchanged', (reason) => {
		const { failure } = unavailable(acme, { failure: { kind: 'doubtful', reason } }, 1);
		expect(failure.message).toBe(`Acme could not be reached: ${reason} (one try)`);
	});
});

/** What something hostile may write: markup, marks that turn the direction, nothing that is seen, half characters, pages of it. */
const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 2_000 }),
	fc
		.array(
			fc.constantFrom(
				'<a href="https://evil.test">',
				'Log in',
				' ',
				'\n',
				'\u202e',
				'\u200b',
				'\0',
				'\x07',
				'\u{1f600}',
				'\ud83d',
				'clients[12].email',
				'\ufeff',
			),
			{ maxLength: 400 },
		)
		.map((parts) => parts.join('')),
);

const isQuotable = (words: string): boolean =>
	words.length <= 300 && !/[<\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(words);

describe('words of a vendor', () => {
	it('are short, on one line, visible, and without markup, for any text; quoted again they are the same', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const words = vendorWords(text);
				expect(isQuotable(words)).toBe(true);
				expect(vendorWords(words)).toBe(words);
			}),
		);
	});

	it.each([
		['Prospect "Zoë" is unknown.', 'Prospect "Zoë" is unknown.'],
		['one\r\n two\tthree', 'one two three'],
		['<a href="https://evil.test">Log in again</a>', '‹a href="https://evil.test">Log in again‹/a>'],
		['pass\u200bword\u202e, a\0b', 'password, ab'],
		[7, '7'],
		[{}, ''],
		[undefined, ''],
	])('%j is quoted as %j', (text, words) => {
		expect(vendorWords(text)).toBe(words);
	});

	it('are cut between two words, with whole characters', () => {
		expect(vendorWords('word '.repeat(100))).toMatch(/^(?:word )+word…$/);
		expect(vendorWords(`a${'\u{1f600}'.repeat(400)}`)).toMatch(/^a(?:\u{1f600})+…$/u);
	});

	const evil = '<a href="https://evil.test">Log in</a>\u202e\0 '.repeat(100);

	it.each([
		['message', { message: evil }],
		['error', { error: evil }],
		['code', { error: { code: evil, message: evil } }],
		['errors', { errors: Array.from({ length: 40 }, () => evil) }],
		['detail', { detail: Array.from({ length: 40 }, () => ({ msg: evil })) }],
		['details', { details: Array.from({ length: 40 }, () => ({ field: evil, message: evil })) }],
	])('enter a failure in one place: %s', (_, body) => {
		const refusal = readRefusal({ ...response(400, body), headers: { location: evil } }, {});
		expect([refusal.code, refusal.message, refusal.location].every(isQuotable)).toBe(true);
		const { message, description, code = '' } = explainRefusal(acme, refusal);
		expect([code, message, description].join('')).not.toMatch(/[<\p{Cc}\p{Cf}]/u);
		expect(description.length).toBeLessThan(1_500);
	});

	it('of 40 faults are limited to five', () => {
		const { message } = readRefusal(
			response(400, { errors: Array.from({ length: 40 }, (_each, index) => `row ${index} is bad`) }),
			{},
		);
		expect(message).toBe('row 0 is bad; row 1 is bad; row 2 is bad; row 3 is bad; row 4 is bad and 35 more');
	});

	it('of a network library are quoted in the same way', () => {
		const { reason } = classifyTransportError(new Error(evil));
		expect(isQuotable(String(reason))).toBe(true);
	});

	it('of a refusal lose the secrets before they are cut, so that no part of a secret remains', () => {
		const key = 'sk_live_0123456789abcdefghij';
		for (let before = 260; before < 300; before++) {
			const answered = new Secrets([key]).outOfRefusal({
				response: response(400, { message: `${'x'.repeat(before)}${key}` }, { location: `https://a.test/${key}` }),
			});
			const { message, location } = readRefusal(answered.response ?? response(400), {});
			expect(`${message} ${location}`).not.toContain('sk_');
		}
	});
});
