import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fingerprintOf, isSignedWith, newSecret } from '../../../nodes/shared/webhook/signature';

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const secrets = fc.string({ minLength: 1, maxLength: 80 });
const digestOf = (secret: string, payload: Buffer) => createHmac('sha256', secret).update(payload).digest('hex');

describe('a signature', () => {
	it('holds for the bytes it was made for, bare and with its prefix', () => {
		fc.assert(
			fc.property(secrets, bytes, (secret, payload) => {
				const digest = digestOf(secret, payload);
				expect(isSignedWith(secret, payload, digest)).toBe(true);
				expect(isSignedWith(secret, payload, `sha256=${digest}`)).toBe(true);
			}),
		);
	});

	it('does not hold for other bytes', () => {
		fc.assert(
			fc.property(secrets, bytes, bytes, (secret, signed, sent) => {
				fc.pre(!signed.equals(sent));
				expect(isSignedWith(secret, sent, digestOf(secret, signed))).toBe(false);
			}),
		);
	});

	it('does not hold under another secret', () => {
		fc.assert(
			fc.property(secrets, secrets, bytes, (secret, other, payload) => {
				fc.pre(digestOf(secret, payload) !== digestOf(other, payload));
				expect(isSignedWith(secret, payload, digestOf(other, payload))).toBe(false);
			}),
		);
	});

	it('does not hold with one character changed, left out or added', () => {
		fc.assert(
			fc.property(
				secrets,
				bytes,
				fc.nat(63),
				fc.constantFrom(...'0123456789abcdef'),
				(secret, payload, at, character) => {
					const digest = digestOf(secret, payload);
					const changed = digest.slice(0, at) + character + digest.slice(at + 1);
					expect(isSignedWith(secret, payload, changed)).toBe(changed === digest);
					expect(isSignedWith(secret, payload, digest.slice(0, at) + digest.slice(at + 1))).toBe(false);
					expect(isSignedWith(secret, payload, digest.slice(0, at) + character + digest.slice(at))).toBe(false);
				},
			),
		);
	});

	it.each([
		['nothing', undefined],
		['an empty text', ''],
		['several headers', [digestOf('secret', Buffer.from('body'))]],
		['upper case', digestOf('secret', Buffer.from('body')).toUpperCase()],
		['another prefix', `sha512=${digestOf('secret', Buffer.from('body'))}`],
		['an upper-case prefix', `SHA256=${digestOf('secret', Buffer.from('body'))}`],
		['two prefixes', `sha256=sha256=${digestOf('secret', Buffer.from('body'))}`],
		['white space around it', ` ${digestOf('secret', Buffer.from('body'))}`],
		['a line break after it', `${digestOf('secret', Buffer.from('body'))}\n`],
		['base64', createHmac('sha256', 'secret').update('body').digest('base64')],
		['another hash', createHmac('sha1', 'secret').update('body').digest('hex')],
	])('is not %s', (_, received) => {
		expect(isSignedWith('secret', Buffer.from('body'), received)).toBe(false);
	});

	it('never holds without a secret', () => {
		expect(isSignedWith('', Buffer.from('body'), digestOf('', Buffer.from('body')))).toBe(false);
	});
});

describe('a new secret', () => {
	it('is 32 random bytes in hex', () => {
		const secrets = Array.from({ length: 50 }, newSecret);
		expect(secrets.filter((secret) => !/^[0-9a-f]{64}$/.test(secret))).toEqual([]);
		expect(new Set(secrets).size).toBe(50);
	});
});

describe('a fingerprint', () => {
	it('is the same for the same body, and another for another body or registration', () => {
		const body = Buffer.from('{"event":"x"}');
		expect(fingerprintOf('a', body)).toBe(fingerprintOf('a', Buffer.from(body)));
		expect(fingerprintOf('a', body)).not.toBe(fingerprintOf('a', Buffer.from('{"event": "x"}')));
		expect(fingerprintOf('a', body)).not.toBe(fingerprintOf('b', body));
	});
});
