import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { normalizeProfileUrl } from '../../../nodes/Kakiyo/profiles/address';
import { checkedBaseUrl } from '../../../nodes/shared/http/baseUrl';
import { errorIn } from '../../../nodes/shared/http/errorBody';
import { isPublicHost } from '../../../nodes/shared/http/publicAddress';
import { explainRefusal, isOfAccount, readRefusal } from '../../../nodes/shared/http/refusal';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { classifyTransportError } from '../../../nodes/shared/http/transportFailure';
import { vendorWords } from '../../../nodes/shared/http/vendorWords';
import { announcedQuota, requestedRetryAt } from '../../../nodes/shared/limits/waits';
import { acme, response } from '../support/wire';
import { millisecondsOf } from '../support/busy';

const LENGTH = 1_000_000;

/** Measured on a quiet machine: 70 ms at most for a megabyte (an answer has three here), 40 ms for most; on a busy one 300 ms. A pattern whose time grows with the square of the length takes minutes. */
const MOST_MILLISECONDS = 500;

const secrets = new Secrets(['sk_live_Qz7XbT1mK9vR4wLp2YcN8d', 'p"ss word', 'abc'], 'sk_live_Qz7XbT1mK9vR4wLp2YcN8d');

const READERS: Array<[string, (text: string) => unknown]> = [
	['the words of a vendor', vendorWords],
	[
		'a refusal',
		(text) => {
			const refusal = readRefusal(
				response(400, {
					error: text,
					code: text,
					message: text,
					details: [{ field: text, message: text }],
					errors: [text, { msg: text }],
				}),
				{},
			);
			return [refusal, isOfAccount(acme, refusal), explainRefusal(acme, refusal)];
		},
	],
	['an error body', (text) => errorIn({ error: text, status: text, data: [{ message: text }] })],
	['what the HTTP client threw', (text) => classifyTransportError(Object.assign(new Error(text), { code: text }))],
	[
		'the wait that a server asks for',
		(text) =>
			requestedRetryAt(
				{
					status: 429,
					headers: { 'retry-after': text, date: text, 'x-ratelimit-reset': text },
					body: { retryAfter: text, resetTime: text },
				},
				0,
			),
	],
	[
		'the quota that a server tells',
		(text) => announcedQuota({ 'x-ratelimit-remaining': text, 'x-ratelimit-reset': text, date: text }, 0),
	],
	['secrets in words', (text) => secrets.concealedText(text)],
	['secrets in an answer', (text) => secrets.outOfAnswer({ body: { [text]: text }, text })],
	['a base URL', (text) => checkedBaseUrl(text)],
	['a base URL with a long path', (text) => checkedBaseUrl(`https://vendor.example/${text}`)],
	['the name of a host', isPublicHost],
	['the address of a profile', (text) => normalizeProfileUrl(text)],
	['the address of a profile with a long name', (text) => normalizeProfileUrl(`https://www.linkedin.com/in/${text}!`)],
];

const PARTS = [
	'a',
	' ',
	'/',
	'//',
	'.',
	'-',
	'0',
	'%',
	'%2F',
	'\\u002f',
	'\\/',
	'sk_live_',
	'Qz7XbT1',
	'***',
	'<a',
	'\u202e',
	'\ud800',
	'::',
	'. ',
	'suspended ',
	'account is not ',
	'\r\n',
	'abc',
];

describe.each(READERS)('%s', (_, read) => {
	it('is read within a bound of time, for any megabyte of text', () => {
		const part = fc.oneof(fc.constantFrom(...PARTS), fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }));
		const texts = fc
			.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '!', '/', 'x'))
			.map(([parts, end]) => parts.join('').repeat(Math.ceil(LENGTH / parts.join('').length)) + end);
		const slowest = { ms: 0, text: '' };
		const look = (text: string) => {
			const first = millisecondsOf(read, text);
			// A busy machine slows one look down, and seldom two.
			const ms = first < MOST_MILLISECONDS ? first : Math.min(first, millisecondsOf(read, text));
			if (ms > slowest.ms) Object.assign(slowest, { ms, text: text.slice(0, 40) });
		};
		for (const each of PARTS) look(`${each.repeat(Math.ceil(LENGTH / each.length))}!`);
		fc.assert(fc.property(texts, look), { numRuns: 15 });
		expect(slowest.ms).toBeLessThan(MOST_MILLISECONDS);
	});
});
