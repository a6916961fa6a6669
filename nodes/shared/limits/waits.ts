import { DateTime } from 'luxon';

import { valueAt } from '../values/json';
import type { IncomingResponse } from '../contract/exchange';

/** Larger numbers are points in time, smaller ones are spans (10 years in seconds). */
const LARGEST_SPAN_SECONDS = 315_360_000;
/** Larger epoch values are milliseconds, smaller ones are seconds. */
const LARGEST_EPOCH_SECONDS = 100_000_000_000;

const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 30_000;

/** Longest text that is read as a number or date. */
const LONGEST_TEXT = 64;

function finiteNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.length > LONGEST_TEXT || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** A plausible point in time: at most 10 years from now; otherwise undefined. */
const inReason = (epochMs: number | undefined, now: number): number | undefined =>
	epochMs !== undefined && epochMs - now <= LARGEST_SPAN_SECONDS * 1_000 ? epochMs : undefined;

/** A span in seconds from now. */
const after = (seconds: number | undefined, now: number): number | undefined =>
	seconds === undefined ? undefined : now + Math.max(0, seconds) * 1_000;

type Headers = IncomingResponse['headers'];

function httpDate(text: string | undefined): number | undefined {
	if (text === undefined || text.length > LONGEST_TEXT) return undefined;
	const date = DateTime.fromHTTP(text);
	return date.isValid ? date.toMillis() : undefined;
}

/**
 * How far the vendor's clock is behind ours (ms), because the vendor names points in time by its own clock. The `Date`
 * header has whole seconds, so clocks within one second count as equal.
 */
function clockLag({ date }: Headers, now: number): number {
	const lag = now - (httpDate(date) ?? now);
	return lag >= 0 && lag < 1_000 ? 0 : lag;
}

/** A reset value that is a point in time, by the vendor's clock (epoch ms); undefined when it is a span. */
const vendorEpochMs = (value: number | undefined): number | undefined =>
	value === undefined || value <= LARGEST_SPAN_SECONDS
		? undefined
		: value <= LARGEST_EPOCH_SECONDS
			? value * 1_000
			: value;

/**
 * A reset value as milliseconds since the epoch, by our clock. Vendors disagree on the unit (one's page even with
 * itself), so its size decides: a span in seconds, epoch seconds, or epoch milliseconds.
 * @param headers of the response, for the vendor's clock
 */
export function resetToEpochMs(value: unknown, now: number, headers: Headers = {}): number | undefined {
	const number = finiteNumber(value);
	if (number === undefined || number < 0) return undefined;
	const epochMs = vendorEpochMs(number);
	return epochMs === undefined ? now + number * 1_000 : epochMs + clockLag(headers, now);
}

function retryAfterHeader(headers: Headers, now: number): number | undefined {
	const value = headers['retry-after'];
	const seconds = finiteNumber(value);
	if (seconds !== undefined) return after(seconds, now);
	const moment = httpDate(value);
	return moment === undefined ? undefined : moment + clockLag(headers, now);
}

/**
 * When the vendor asks to be called again (epoch ms), in this order: `Retry-After` as seconds or HTTP date, body
 * `retryAfter` (s), body `resetTime` (epoch ms), `X-RateLimit-Reset` (unit by size). Sources: the sections about limits
 * of the pages in docs/vendors.
 */
export function requestedRetryAt(response: IncomingResponse, now: number): number | undefined {
	const { headers, body } = response;
	return (
		inReason(retryAfterHeader(headers, now), now) ??
		inReason(after(finiteNumber(valueAt(body, 'retryAfter')), now), now) ??
		inReason(resetToEpochMs(valueAt(body, 'resetTime'), now, headers), now) ??
		inReason(resetToEpochMs(headers['x-ratelimit-reset'], now, headers), now)
	);
}

/** The announcement in the `X-RateLimit-*` headers: requests left until `resetAt` (epoch ms). */
export interface AnnouncedQuota {
	remaining: number;
	resetAt: number;
}

/** An announcement when it arrives. */
export interface Announcement extends AnnouncedQuota {
	/**
	 * The reset by the vendor's own clock (epoch ms), which a delay on the way does not change; undefined if it named a
	 * span.
	 */
	vendorResetAt: number | undefined;
}

/**
 * An announcement in the `X-RateLimit-*` headers; undefined if there is none.
 * @param now by our clock (epoch ms)
 */
export function announcedQuota(headers: Headers, now: number): Announcement | undefined {
	const remaining = finiteNumber(headers['x-ratelimit-remaining']);
	const named = finiteNumber(headers['x-ratelimit-reset']);
	const resetAt = resetToEpochMs(named, now, headers);
	// A number below 0 means no limit.
	if (remaining === undefined || remaining < 0 || resetAt === undefined || resetAt <= now) return undefined;
	return { remaining, resetAt, vendorResetAt: vendorEpochMs(named) };
}

/**
 * Exponential backoff with full jitter: a random time up to 1, 2, 4 ... 30 s.
 * @param retry 1 for the first retry
 * @param random in [0, 1)
 */
export function backoffMs(retry: number, random: number): number {
	return Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (retry - 1)) * random;
}
