import { DateTime } from 'luxon';

/** Epoch seconds stay below this until the year 5138, epoch milliseconds have been above it since 1973. */
const LEAST_MILLISECONDS = 100_000_000_000;

/**
 * A vendor's timestamp as epoch milliseconds.
 * @param timestamp ISO 8601 (UTC when it names no zone), or epoch seconds or milliseconds, as a number or as text
 */
export function timestampToMs(timestamp: unknown): number | undefined {
	if (typeof timestamp === 'string' && !/^\d+$/.test(timestamp)) {
		const parsed = DateTime.fromISO(timestamp, { zone: 'utc' });
		return parsed.isValid ? parsed.toMillis() : undefined;
	}
	const epoch = typeof timestamp === 'string' ? Number(timestamp) : timestamp;
	if (typeof epoch !== 'number' || !Number.isFinite(epoch) || epoch < 0) return undefined;
	return epoch < LEAST_MILLISECONDS ? epoch * 1000 : epoch;
}

/**
 * Whether a delivery is recent, by its own timestamp: neither older than the window nor as far ahead. Without a
 * timestamp it is not.
 */
export function isWithinTolerance(timestamp: unknown, windowMs: number, now: number): boolean {
	const instant = timestampToMs(timestamp);
	return instant !== undefined && Math.abs(now - instant) <= windowMs;
}
