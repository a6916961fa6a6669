import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readApiKey } from '../../../nodes/shared/values/apiKey';

const KEY_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=:';

const keys = fc.string({ unit: fc.constantFrom(...KEY_CHARACTERS), minLength: 8 }).filter((key) => !/^(?:bearer|authorization|x-)/i.test(key));

const around = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '"', '\u2019', '`') });

const before = fc.constantFrom('', 'Bearer ', 'bearer  ', 'BEARER\u00a0', 'Authorization: Bearer ', 'X-API-KEY: ', 'x-public-api-key:');

describe('an API key', () => {
	it('is taken out of what was pasted along with it, and reading it again changes nothing', () => {
		fc.assert(
			fc.property(keys, before, around, around, around, (key, header, first, middle, last) => {
				const read = readApiKey(`${first}${header}${middle}${key}${last}`);
				expect(read).toBe(key);
				expect(readApiKey(read)).toBe(key);
			}),
		);
	});

	it.each([undefined, null, '', '   ', '\u200b', '""', 'Bearer', 'bearer ', ' Authorization: Bearer', 'X-API-KEY:', {}, []])('is missed in %j', (value) => {
		expect(() => readApiKey(value)).toThrow('"API Key" in the credential is empty');
	});

	it.each([
		['abcdefgh\nX-Evil: 1', 'a line break'],
		['abcdefgh ijkl', 'a blank'],
		['abcd\u200befgh', 'cannot be seen'],
		['abcd\u0000efgh', 'cannot be seen'],
		['abcdеfgh', '"е"'],
		['abcd–efgh', '"–"'],
	])('is refused with what no key has in it: %j', (key, named) => {
		expect(() => readApiKey(key)).toThrow(named);
	});

	it('is not shown when it is refused', () => {
		fc.assert(
			fc.property(keys, keys, (first, second) => {
				expect(() => readApiKey(`${first} ${second}`)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(first) }));
			}),
		);
	});

	it('of any length is judged at once', () => {
		expect(() => readApiKey(' '.repeat(200_000))).toThrow('is empty');
		expect(() => readApiKey(`a${' '.repeat(200_000)}b`)).toThrow('a blank');
	});
});
