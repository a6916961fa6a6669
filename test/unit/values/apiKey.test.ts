import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readApiKey } from '../../../nodes/shared/values/apiKey';

const KEY_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=:';

const keys = fc
	.string({ unit: fc.constantFrom(...KEY_CHARACTERS), minLength: 8 })
	.filter((key) => !/^(?:bearer|authorization|x-|[=:])|^[^a-z0-9]+$|\.{3}$/i.test(key));

const around = fc.string({
	unit: fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '"', '\u2019', '`'),
});

const before = fc.constantFrom(
	'',
	'Bearer ',
	'bearer  ',
	'BEARER\u00a0',
	'Authorization: Bearer ',
	'X-API-KEY: ',
	'x-public-api-key:',
);

describe('an API key', () => {
	it('is read out of text that was pasted with it, and reading it again changes nothing', () => {
		fc.assert(
			fc.property(keys, before, around, around, around, (key, header, first, middle, last) => {
				const read = readApiKey(`${first}${header}${middle}${key}${last}`);
				expect(read).toBe(key);
				expect(readApiKey(read)).toBe(key);
			}),
		);
	});

	it.each([
		undefined,
		null,
		'',
		'   ',
		'\u200b',
		'""',
		'Bearer',
		'bearer ',
		' Authorization: Bearer',
		'X-API-KEY:',
		{},
		[],
	])('is missing in %j', (value) => {
		expect(() => readApiKey(value)).toThrow('"API Key" in the credential is empty');
	});

	it.each([
		['abcdefgh\nX-Evil: 1', 'a line break'],
		['abcdefgh ijkl', 'a blank'],
		['abcd\u200befgh', 'cannot be seen'],
		['abcd\u0000efgh', 'cannot be seen'],
		['abcdеfgh', '"е"'],
		['abcd–efgh', '"–"'],
	])('is refused with impossible characters: %j', (key, named) => {
		expect(() => readApiKey(key)).toThrow(named);
	});

	it.each([
		...[
			'undefined',
			'null',
			'None',
			'NaN',
			'N/A',
			'n/a',
			'Bearer undefined',
			'X-API-KEY: null',
			'undefinedundefined',
			'[object Object]',
			'[object Promise]',
		],
		...[
			'your-api-key',
			'YOUR_API_KEY',
			'your_api_key_here',
			'YOUR-KAKIYO-API-KEY',
			'api-key',
			'apikey',
			'API_KEY',
			'key',
			'token',
			'my-secret-key',
			'insert-key-here',
			'changeme',
			'TODO',
			'example',
		],
		...[
			'<key>',
			'<your key>',
			'Bearer <token>',
			'[API_KEY]',
			'{{apiKey}}',
			'{{ $json.apiKey }}',
			'={{ $env.KEY }}',
			'${API_KEY}',
			'$API_KEY',
			'%API_KEY%',
			'***',
			'-',
			'....',
			'########',
		],
	])('is not %j', (key) => {
		expect(() => readApiKey(key)).toThrow(/^"API Key" in the credential has ".+" in it, so the key is missing$/);
	});

	it.each(['sk_live_abc...', 'sk_live_abc\u2026'])('is refused if it is the masked form of a page: %j', (key) => {
		expect(() => readApiKey(key)).toThrow('"API Key" in the credential ends in dots, so it is not the whole key');
	});

	it('is not in the error if it has marks around it, or the rest of an expression beside it', () => {
		for (const key of ['<sk_live_123>', '{sk_live_123}', '$sk_live_123', '="sk_live_123', 'sk_live_123-undefined']) {
			expect(() => readApiKey(key)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('live') }));
		}
	});

	it.each([
		'k'.repeat(40),
		'kc_live_wrong',
		'wrong',
		'keyring',
		'monkey-4711',
		'sk_test_key_1',
		'nullable',
		'token_9f8e',
	])('may be %j', (key) => {
		expect(readApiKey(key)).toBe(key);
	});

	it.each([
		['https://app.kakiyo.com', 'is a web address'],
		['me@example.com', 'is an email address'],
		['sk_live_************', 'is not the whole key'],
	])('is refused if another text was copied: %s', (pasted, message) =>
		expect(() => readApiKey(pasted)).toThrow(message),
	);

	it.each([
		'KAKIYO_API_KEY=sk_x1234567890',
		'export API_TOKEN="sk_x1234567890"',
		'bearer:sk_x1234567890',
		'Authorization: Bearer sk_x1234567890',
	])('is read out of %s', (pasted) => expect(readApiKey(pasted)).toBe('sk_x1234567890'));

	it('is not shown when it is refused', () => {
		fc.assert(
			fc.property(keys, keys, (first, second) => {
				expect(() => readApiKey(`${first} ${second}`)).toThrow(
					expect.objectContaining({ message: expect.not.stringContaining(first) }),
				);
			}),
		);
	});

	it('of any length is judged at once', () => {
		expect(() => readApiKey(' '.repeat(200_000))).toThrow('is empty');
		expect(() => readApiKey(`a${' '.repeat(200_000)}b`)).toThrow('a blank');
	});
});
