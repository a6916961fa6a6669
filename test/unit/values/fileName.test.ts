import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fileNameOf } from '../../../nodes/shared/values/fileName';

describe('the name of a file', () => {
	it('stays unchanged', () => {
		for (const name of ['call_1', 'Anruf für Zoë', '3f2b-44', 'a.b']) expect(fileNameOf(name)).toBe(name);
	});

	it.each([
		['call\u202e3pm.exe', 'call_3pm.exe'],
		['a\0b\r\nc', 'a_b__c'],
		['../../etc/passwd', '_.._etc_passwd'],
		['C:\\x', 'C__x'],
		['.htaccess', 'htaccess'],
		['\ud800', '_'],
		['...', 'file'],
		['', 'file'],
	])('%j is saved as %s', (text, name) => expect(fileNameOf(text)).toBe(name));

	it('has no invisible character, and is short, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const name = fileNameOf(text);
				expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}/\\]|^[.\s]|^$/u);
				expect([...name].length).toBeLessThanOrEqual(100);
			}),
		);
	});
});
