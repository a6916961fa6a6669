import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { announcedQuota, backoffMs, requestedRetryAt, resetToEpochMs } from '../../../nodes/shared/limits/waits';
import { response } from '../support/wire';

const NOW = Date.UTC(2026, 2, 2, 12, 0, 0);
const IN_90_S = NOW + 90_000;

/** What a vendor may say about when to come back, most authoritative first. */
const sources = [
	{ headers: { 'retry-after': '10' }, means: NOW + 10_000 },
	{ body: { retryAfter: 20 }, means: NOW + 20_000 },
	{ body: { resetTime: NOW + 30_000 }, means: NOW + 30_000 },
	{ headers: { 'x-ratelimit-reset': '40' }, means: NOW + 40_000 },
];

const told = (said: typeof sources) =>
	response(
		429,
		Object.assign({}, ...said.map(({ body }) => body)),
		Object.assign({}, ...said.map(({ headers }) => headers)),
	);

describe('the wait that a vendor asks for', () => {
	it('comes from the most authoritative source', () => {
		fc.assert(
			fc.property(fc.subarray(sources, { minLength: 1 }), (said) => {
				expect(requestedRetryAt(told(said), NOW)).toBe(said[0]?.means);
			}),
		);
	});

	it.each([
		['seconds', '90', IN_90_S],
		['fractions of a second', '0.5', NOW + 500],
		['zero', '0', NOW],
		['seconds below zero as no wait', '-5', NOW],
		['an HTTP date', 'Mon, 02 Mar 2026 12:01:30 GMT', IN_90_S],
		['the date of RFC 850', 'Monday, 02-Mar-26 12:01:30 GMT', IN_90_S],
		['the date of asctime', 'Mon Mar  2 12:01:30 2026', IN_90_S],
	])('reads Retry-After as %s', (_, header, means) => {
		expect(requestedRetryAt(response(429, {}, { 'retry-after': header }), NOW)).toBe(means);
	});

	it.each(['soon', '', ' ', 'NaN', 'Infinity', '2026-99-99', 'Mon, 99 Foo 2026 12:00:00 GMT'])(
		'ignores a Retry-After of "%s"',
		(garbage) => {
			expect(requestedRetryAt(response(429, {}, { 'retry-after': garbage }), NOW)).toBeUndefined();
			expect(requestedRetryAt(response(429, { retryAfter: 7 }, { 'retry-after': garbage }), NOW)).toBe(NOW + 7_000);
		},
	);

	it.each([[null], ['<html>'], [[1]], [{ retryAfter: null, resetTime: {} }], [{ retryAfter: true }], [undefined]])(
		'is unknown for the body %j',
		(body) => {
			expect(requestedRetryAt(response(429, body), NOW)).toBeUndefined();
		},
	);

	it('is read from numbers that came as text', () => {
		expect(requestedRetryAt(response(429, { retryAfter: '45' }), NOW)).toBe(NOW + 45_000);
		expect(requestedRetryAt(response(429, { resetTime: String(IN_90_S) }), NOW)).toBe(IN_90_S);
	});

	it('never throws and is never NaN', () => {
		fc.assert(
			fc.property(fc.string(), fc.anything(), fc.string(), (retryAfter, body, reset) => {
				const at = requestedRetryAt(
					response(429, body, { 'retry-after': retryAfter, 'x-ratelimit-reset': reset }),
					NOW,
				);
				expect(at === undefined || Number.isFinite(at)).toBe(true);
			}),
		);
	});
});

describe('the unit of a reset value', () => {
	const nearFuture = fc.integer({ min: 1, max: 7 * 86_400 });

	it('is decided by its size: a span, epoch seconds and epoch milliseconds name the same moment', () => {
		fc.assert(
			fc.property(nearFuture, fc.boolean(), (seconds, asText) => {
				const moment = NOW + seconds * 1_000;
				for (const value of [seconds, moment / 1_000, moment]) {
					expect(resetToEpochMs(asText ? String(value) : value, NOW)).toBe(moment);
				}
			}),
		);
	});

	it('is by the clock of the vendor, which may differ from ours', () => {
		fc.assert(
			fc.property(nearFuture, fc.integer({ min: -86_400, max: 86_400 }), (seconds, ahead) => {
				const vendorNow = NOW + ahead * 1_000;
				const headers = { date: new Date(vendorNow).toUTCString() };
				for (const value of [seconds, vendorNow / 1_000 + seconds, vendorNow + seconds * 1_000]) {
					const resetAt = resetToEpochMs(value, NOW, headers) ?? 0;
					expect(Math.abs(resetAt - (NOW + seconds * 1_000))).toBeLessThan(1_000);
				}
			}),
		);
	});

	it.each([-1, Number.NaN, Infinity, '', 'tomorrow', null, undefined, {}, [5]])('is unknown for %j', (value) => {
		expect(resetToEpochMs(value, NOW)).toBeUndefined();
	});
});

describe('the quota that headers announce', () => {
	it('is absent if it is negative: that means no limit', () => {
		expect(announcedQuota({ 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '60' }, NOW)).toBeUndefined();
	});

	const headers = (remaining: string, reset: string) => ({
		'x-ratelimit-remaining': remaining,
		'x-ratelimit-reset': reset,
	});

	it('is the time until the reset', () => {
		expect(announcedQuota(headers('3', '90'), NOW)).toEqual({
			remaining: 3,
			resetAt: IN_90_S,
			vendorResetAt: undefined,
		});
		expect(announcedQuota(headers('0', String(IN_90_S / 1_000)), NOW)).toEqual({
			remaining: 0,
			resetAt: IN_90_S,
			vendorResetAt: IN_90_S,
		});
	});

	it.each([
		['without a number left', { 'x-ratelimit-reset': '90' }],
		['without a reset', { 'x-ratelimit-remaining': '3' }],
		['with a number that is none', headers('many', '90')],
		['with a reset that has passed', headers('3', String(NOW / 1_000 - 5))],
	])('is unknown %s', (_, incomplete) => {
		expect(announcedQuota(incomplete, NOW)).toBeUndefined();
	});
});

describe('backoff', () => {
	const retry = fc.integer({ min: 1, max: 2_000 });
	const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

	it('stays between nothing and half a minute, for any number of retries', () => {
		fc.assert(
			fc.property(retry, random, (n, r) => {
				const wait = backoffMs(n, r);
				expect(wait).toBeGreaterThanOrEqual(0);
				expect(wait).toBeLessThanOrEqual(30_000);
			}),
		);
	});

	it('never shrinks from one retry to the next, and uses the whole range', () => {
		fc.assert(
			fc.property(retry, random, (n, r) => {
				expect(backoffMs(n + 1, r)).toBeGreaterThanOrEqual(backoffMs(n, r));
				expect(backoffMs(n, 0)).toBe(0);
			}),
		);
		expect(backoffMs(2, 0.5)).toBe(2 * backoffMs(1, 0.5));
	});
});
