import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Secrets } from '../../../nodes/shared/http/secrets';

const KEY = 'sk_live_0123456789abcdefghijklmnop+/';
const secrets = new Secrets([KEY], KEY);

/** Signs that the key does not have. */
const other = fc.stringMatching(/^[ÄÖÜ {}":.]*$/);

describe('a key', () => {
	it('loses every piece of 12 signs or more to ***, and the text around stays', () => {
		const piece = fc.tuple(fc.nat(KEY.length - 12), fc.nat()).map(([start, more]) => KEY.slice(start, start + 12 + (more % KEY.length)));
		fc.assert(
			fc.property(fc.array(fc.tuple(other, piece), { maxLength: 4 }), other, (parts, end) => {
				const text = (shown: (piece: string) => string) => parts.map(([before, cut]) => before + shown(cut)).join('|') + end;
				expect(secrets.concealedText(text((cut) => cut))).toBe(text(() => '***'));
			}),
		);
	});

	it('leaves answers without it as they are', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				const answer = { status: 200, body };
				expect(secrets.outOfAnswer(answer)).toBe(answer);
			}),
		);
	});

	it('goes from every text and name of an answer, however deep', () => {
		const body = { [KEY]: [{ note: `Bearer ${KEY}` }, 1, null, { cut: KEY.slice(0, 20) }] };
		expect(secrets.outOfAnswer({ body })).toEqual({ body: { '***': [{ note: 'Bearer ***' }, 1, null, { cut: '***' }] } });
	});

	it.each<[string, (text: string) => string]>([
		['as it is', (text) => text],
		['in upper case', (text) => text.toUpperCase()],
		['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
		['in JSON in ASCII', (text) => JSON.stringify(text).slice(1, -1).replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)],
		['in an address', encodeURIComponent],
		['in an address in lower case', (text) => encodeURIComponent(text).toLowerCase()],
		['in a form', (text) => new URLSearchParams([['', text]]).toString().slice(1)],
		['in base64', (text) => Buffer.from(text).toString('base64')],
		['in base64 behind a sign', (text) => Buffer.from(`x${text}`).toString('base64')],
		['in base64 between others', (text) => Buffer.from(`user:${text}:more`).toString('base64url')],
		['in a web page', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
	])('and a password of six signs or more cannot be read in words or answers, %s', (_, written) => {
		for (const secret of ['p"ss&<wörd /+', 'sixsix', KEY, 'a'.repeat(300)]) {
			const words = `It says "${written(secret)}" here`;
			const hiding = new Secrets([secret], secret);
			for (const text of [hiding.concealedText(words), hiding.outOfAnswer({ body: words, text: JSON.stringify(words) }).body]) {
				expect(text).toContain('***');
				expect(text).not.toContain(written(secret));
			}
		}
	});

	it.each(['x', 'abc', 'p"<1', '*+?('])('or password of any length is taken out of the words about a request: %s', (secret) => {
		expect(new Secrets([secret]).concealedText(`The value "${secret}" is wrong, not "1${secret}2"`)).toBe(`The value "***" is wrong, not "1${secret}2"`);
	});

	it('with half a character in it is no obstacle', () => {
		expect(new Secrets(['\ud800half-a-character']).concealedText('It is \ud800half-a-character.')).toBe('It is ***.');
	});

	it('is found in an answer whose text writes its signs by their numbers, or its slashes as PHP does', () => {
		const body = { echo: KEY };
		const inNumbers = `{"echo":"${[...KEY].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`;
		for (const text of [inNumbers, JSON.stringify(body).replaceAll('/', '\\/')]) {
			expect(JSON.parse(text)).toEqual(body);
			expect(secrets.outOfAnswer({ body, text })).toEqual({ body: { echo: '***' } });
		}
	});

	it('that is short is no reason to cut words of other people', () => {
		expect(new Secrets(['abc'], 'abc').outOfAnswer({ body: 'abc abcabcabcabc' }).body).toBe('abc abcabcabcabc');
	});
});
