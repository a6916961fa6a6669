import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Secrets } from '../../../nodes/shared/http/secrets';
import { millisecondsOf } from '../support/busy';

const KEY = 'sk_live_0123456789abcdefghijklmnop+/';
const secrets = new Secrets([KEY], KEY);

/** Signs that the key does not have. */
const other = fc.stringMatching(/^[ÄÖÜ {}":.]*$/);

describe('a key', () => {
	it('becomes *** in every piece of 12 characters or more, and the text around stays', () => {
		const piece = fc
			.tuple(fc.nat(KEY.length - 12), fc.nat())
			.map(([start, more]) => KEY.slice(start, start + 12 + (more % KEY.length)));
		fc.assert(
			fc.property(fc.array(fc.tuple(other, piece), { maxLength: 4 }), other, (parts, end) => {
				const text = (shown: (piece: string) => string) =>
					parts.map(([before, cut]) => before + shown(cut)).join('|') + end;
				expect(secrets.concealedText(text((cut) => cut))).toBe(text(() => '***'));
			}),
		);
	});

	it('does not change answers without it', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				const answer = { status: 200, body };
				expect(secrets.outOfAnswer(answer)).toBe(answer);
			}),
		);
	});

	it('is removed from every text and name of an answer, at any depth', () => {
		const body = { [KEY]: [{ note: `Bearer ${KEY}` }, 1, null, { cut: KEY.slice(0, 20) }] };
		expect(secrets.outOfAnswer({ body })).toEqual({
			body: { '***': [{ note: 'Bearer ***' }, 1, null, { cut: '***' }] },
		});
	});

	it.each<[string, (text: string) => string]>([
		['as it is', (text) => text],
		['in upper case', (text) => text.toUpperCase()],
		['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
		[
			'in JSON in ASCII',
			(text) =>
				JSON.stringify(text)
					.slice(1, -1)
					.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
		],
		['in an address', encodeURIComponent],
		['in an address in lower case', (text) => encodeURIComponent(text).toLowerCase()],
		['in a form', (text) => new URLSearchParams([['', text]]).toString().slice(1)],
		['in base64', (text) => Buffer.from(text).toString('base64')],
		['in base64 behind a sign', (text) => Buffer.from(`x${text}`).toString('base64')],
		['in base64 between others', (text) => Buffer.from(`user:${text}:more`).toString('base64url')],
		['in a web page', (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
	])('and a password of six characters or more cannot be read in words or answers, %s', (_, written) => {
		for (const secret of ['p"ss&<wörd /+', 'sixsix', KEY, 'a'.repeat(300)]) {
			const words = `It says "${written(secret)}" here`;
			const hiding = new Secrets([secret], secret);
			for (const text of [
				hiding.concealedText(words),
				hiding.outOfAnswer({ body: words, text: JSON.stringify(words) }).body,
			]) {
				expect(text).toContain('***');
				expect(text).not.toContain(written(secret));
			}
		}
	});

	it.each(['x', 'abc', 'p"<1', '*+?('])(
		'or password of any length is removed from the words about a request: %s',
		(secret) => {
			expect(new Secrets([secret]).concealedText(`The value "${secret}" is wrong, not "1${secret}2"`)).toBe(
				`The value "***" is wrong, not "1${secret}2"`,
			);
		},
	);

	it('with half a character in it is found as well', () => {
		expect(new Secrets(['\ud800half-a-character']).concealedText('It is \ud800half-a-character.')).toBe('It is ***.');
	});

	it('is found in an answer that writes its characters as numbers, or its slashes as PHP does', () => {
		const body = { echo: KEY };
		const inNumbers = `{"echo":"${[...KEY].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`;
		for (const text of [inNumbers, JSON.stringify(body).replaceAll('/', '\\/')]) {
			expect(JSON.parse(text)).toEqual(body);
			expect(secrets.outOfAnswer({ body, text })).toEqual({ body: { echo: '***' } });
		}
	});

	it('that is short does not cut words of other people', () => {
		expect(new Secrets(['abc'], 'abc').outOfAnswer({ body: 'abc abcabcabcabc' }).body).toBe('abc abcabcabcabc');
	});
});

describe('a secret with invisible characters in it', () => {
	const UNSEEN = ['\u200b', '\u00ad', '\u0007', '\ufeff', '\u202e', '\u2800', '\u2060', '\u{e0041}', '\u0008'];
	const password = 'p"ss/w\u00f6rd';

	it.each(UNSEEN)('is removed from words and answers, although the vendor left out these characters: %j', (unseen) => {
		const parted = (secret: string, signs: number) =>
			secret.match(new RegExp(`.{1,${signs}}`, 'gu'))?.join(unseen) ?? '';
		for (const secret of [KEY, password, 'ab1']) {
			for (const signs of [1, 4]) {
				const concealed = new Secrets([secret], KEY).concealedText(`it was ${parted(secret, signs)} again`);
				expect(concealed).toBe('it was *** again');
				if (secret.length < 6) continue;
				const body = { status: `busy ${parted(secret, signs)}`, [parted(secret, signs)]: 1 };
				const text = JSON.stringify(body);
				for (const answer of [{ body, text }, { body }])
					expect(new Secrets([secret], KEY).outOfAnswer(answer).body).toEqual({ status: 'busy ***', '***': 1 });
			}
		}
	});

	it('is removed though it has such a character itself', () => {
		const secrets = new Secrets(['pass\u200bword']);
		expect(['pass\u200bword', 'password', 'p\u00adass\u200bword'].map((text) => secrets.concealedText(text))).toEqual([
			'***',
			'***',
			'***',
		]);
	});

	it('that is absent does not change the invisible characters of an answer', () => {
		const body = { name: 'a\u200bb \u{1f468}\u200d\u{1f469}' };
		expect(new Secrets([KEY], KEY).outOfAnswer({ body, text: JSON.stringify(body) }).body).toBe(body);
	});
});

describe('a password', () => {
	const escaped = (text: string, write: (sign: string) => string) =>
		[...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : write(sign))).join('');
	const codes = (sign: string) =>
		sign
			.split('')
			.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
			.join('');
	const bytes = (sign: string, prefix: string) =>
		[...Buffer.from(sign)].map((byte) => prefix + byte.toString(16).padStart(2, '0')).join('');

	/** As programs of all kinds write down a text that they got. */
	const writers: Record<string, (text: string) => string> = {
		'as it is': (text) => text,
		'in JSON': (text) => JSON.stringify(text),
		'in JSON within JSON': (text) => JSON.stringify(JSON.stringify(text)),
		'in JSON of PHP': (text) =>
			JSON.stringify(text)
				.replaceAll('/', '\\/')
				.replace(/[^\0-\x7f]/g, codes),
		'in JSON of Go and Python': (text) => JSON.stringify(text).replace(/[<>&]|[^\0-\x7f]/g, codes),
		'in the bytes of Python': (text) => escaped(text, (sign) => (sign > '~' ? bytes(sign, '\\x') : sign)),
		'in quotes of Python': (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
		'in an address': encodeURIComponent,
		'in an address, in small letters': (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
		'in an address, all signs': (text) => escaped(text, (sign) => bytes(sign, '%')),
		'in an address within an address': (text) => encodeURIComponent(encodeURIComponent(text)),
		'in a form': (text) => new URLSearchParams({ text }).toString().slice(5),
		'in a page': (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;'),
		'in JSON in an address': (text) => encodeURIComponent(JSON.stringify(text)),
		'in JSON in a page': (text) =>
			JSON.stringify(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
		'in JSON in a page, by numbers': (text) => escaped(JSON.stringify(text), (sign) => `&#${sign.codePointAt(0)};`),
		'in a page, by numbers': (text) => escaped(text, (sign) => `&#${sign.codePointAt(0)};`),
		'in a page, by hexadecimal numbers': (text) => escaped(text, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`),
		'in a page, by names, twice': (text) =>
			text.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;').replaceAll('ö', '&amp;ouml;'),
	};

	const passwords = fc
		.array(
			fc.constantFrom('a', 'Z', '7', ' ', '"', "'", '\\', '/', '&', '<', '+', '%', 'ö', '€', '😀', '(', '.', '_'),
			{ minLength: 6, maxLength: 20 },
		)
		.map((signs) => signs.join(''));

	it.each(Object.keys(writers))('is found %s', (name) => {
		fc.assert(
			fc.property(passwords, (password) => {
				const concealed = new Secrets([password]).concealedText(`(${writers[name]?.(password) ?? ''})`);
				expect(concealed).toMatch(/^\((?:["'\\]|%22|&quot;|&#34;)*\*\*\*(?:["'\\]|%22|&quot;|&#34;)*\)$/);
			}),
		);
	});

	it.each(
		['', 'a', 'ab', 'login:'].flatMap((before) =>
			(['base64', 'base64url'] as const).map((way) => [way, before] as const),
		),
	)('is found in %s behind "%s"', (way, before) => {
		fc.assert(
			fc.property(passwords, (password) => {
				const concealed = new Secrets([password]).concealedText(
					Buffer.from(`${before}${password}, and more`).toString(way),
				);
				const rest = concealed.split('***').map((part) => Buffer.from(part, way).toString());
				expect(rest.length).toBeGreaterThan(1);
				expect(`${before}, and more`.length + 2).toBeGreaterThanOrEqual(rest.join('').length);
			}),
		);
	});

	const ESCAPING = [
		'\\',
		'\\\\',
		'"',
		'\\"',
		'&',
		';',
		'&amp;',
		'&bsol;',
		'%',
		'%5c',
		'%25',
		'\\u005c',
		'\\x5c',
		'&#92;',
		' ',
		'+',
		'u005c',
		'/',
	];
	/** Of a pattern that tries one way after the other, each of these takes minutes. */
	const MOST_MILLISECONDS = 1_000;

	it.each([1, 2, 6, 8, 30])(
		'of backslashes and a few letters is found at once among many backslashes: %i of them',
		(count) => {
			const password = `${'\\'.repeat(count)}Z!Passwd`;
			for (const length of [60, 100, 100_000]) {
				const many = '\\'.repeat(length);
				for (const text of [many, `${many}u005c`, `${many}Z`, `${many}Z!Passw`]) {
					expect(millisecondsOf((each) => new Secrets([password]).concealedText(each), text)).toBeLessThan(
						MOST_MILLISECONDS,
					);
				}
				expect(new Secrets([password]).concealedText(JSON.stringify(JSON.stringify(password)))).toContain('***');
			}
		},
	);

	/** Of a text four times as long: it may take four times as long, with as much again for the noise of a machine; a square takes 16 times. */
	const MOST_GROWTH = 8;
	const NOISE_MS = 100;

	it('of escape characters is searched in less than quadratic time in any long text of them', () => {
		const signs = fc
			.array(fc.constantFrom(...ESCAPING), { minLength: 1, maxLength: 10 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(signs, fc.array(fc.constantFrom(...ESCAPING), { minLength: 1, maxLength: 4 }), (password, parts) => {
				const part = parts.join('');
				const secrets = new Secrets([`${password}${password}!secret`]);
				const millisecondsFor = (piece: string, length: number) =>
					millisecondsOf((each) => secrets.concealedText(each), piece.repeat(length / piece.length));
				for (const piece of [part, password]) {
					const short = Math.max(NOISE_MS, millisecondsFor(piece, 2_500));
					expect(millisecondsFor(piece, 10_000)).toBeLessThan(MOST_GROWTH * short);
				}
			}),
			{ numRuns: 40 },
		);
	}, 300_000);

	it('is searched in less than quadratic time in a long text of escape characters', () => {
		const many = '\\'.repeat(20_000);
		expect(new Secrets(['\\\\"\\\\"pass']).concealedText(many)).toBe(many);
	});
});
