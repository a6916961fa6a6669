import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isSecret } from '../../../nodes/shared/webhook/sharedSecret';

describe('a secret in a request', () => {
	it('is the secret, character by character, and nothing else', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (secret, received) => {
				expect(isSecret(secret, received)).toBe(secret !== '' && secret === received);
				expect(isSecret(secret, secret)).toBe(secret !== '');
				expect(isSecret(secret, `${secret}${received}`)).toBe(secret !== '' && received === '');
			}),
		);
	});

	it.each([undefined, null, 7, true, {}, ['secret'], Buffer.from('secret')])('is a text: not %p', (received) => {
		expect(isSecret('secret', received)).toBe(false);
		expect(isSecret('', received)).toBe(false);
	});
});
