import { DateTime } from 'luxon';

import { at } from '../json';
import type { IncomingResponse } from './exchange';

/** Numbers above this are points in time, below it spans (10 years in seconds). */
const LARGEST_SPAN_SECONDS = 315_360_000;
/** Epoch values above this are milliseconds, below it seconds. */
const LARGEST_EPOCH_SECONDS = 100_000_000_000;

const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 30_000;

function finiteNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/**
 * A reset value as milliseconds since the epoch. Vendors disagree on the unit (Kayse's page even with
 * itself), so its size decides: a span in seconds, epoch seconds, or epoch milliseconds.
 */
export function resetToEpochMs(value: unknown, now: number): number | undefined {
	const number = finiteNumber(value);
	if (number === undefined || number < 0) return undefined;
	if (number <= LARGEST_SPAN_SECONDS) return now + number * 1_000;
	return number <= LARGEST_EPOCH_SECONDS ? number * 1_000 : number;
}

function retryAfterHeader(value: string | undefined, now: number): number | undefined {
	const seconds = finiteNumber(value);
	if (seconds !== undefined) return now + Math.max(0, seconds) * 1_000;
	const date = DateTime.fromHTTP(value ?? '');
	return date.isValid ? date.toMillis() : undefined;
}

/**
 * When the vendor asks to be called again (epoch ms), by decreasing authority: `Retry-After` as seconds or HTTP
 * date, body `retryAfter` (s), body `resetTime` (epoch ms), `X-RateLimit-Reset` (unit by size).
 * Sources: seed 001 "Rate Limit Response", apis/kakiyo.md 1.3, apis/kayse.md C8, seed 003 "Rate limits".
 */
export function requestedRetryAt(response: IncomingResponse, now: number): number | undefined {
	const seconds = finiteNumber(at(response.body, 'retryAfter'));
	return (
		retryAfterHeader(response.headers['retry-after'], now) ??
		(seconds === undefined ? undefined : now + Math.max(0, seconds) * 1_000) ??
		resetToEpochMs(at(response.body, 'resetTime'), now) ??
		resetToEpochMs(response.headers['x-ratelimit-reset'], now)
	);
}

/** What the `X-RateLimit-*` headers tell: requests left until `resetAt` (epoch ms). */
export interface AnnouncedQuota {
	remaining: number;
	resetAt: number;
}

export function announcedQuota(
	headers: IncomingResponse['headers'],
	now: number,
): AnnouncedQuota | undefined {
	const remaining = finiteNumber(headers['x-ratelimit-remaining']);
	const resetAt = resetToEpochMs(headers['x-ratelimit-reset'], now);
	return remaining === undefined || resetAt === undefined || resetAt <= now
		? undefined
		: { remaining, resetAt };
}

/**
 * Exponential backoff with full jitter: a random time up to 1, 2, 4 ... 30 s.
 * @param retry 1 for the first retry
 * @param random in [0, 1)
 */
export function backoffMs(retry: number, random: number): number {
	return Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (retry - 1)) * random;
}
