import type { Refusal } from '../server/answer';
import { rateLimitHeaders as headersOf, resetValue } from '../server/rateLimitHeaders';
import type { Route } from '../server/vendor';
import type { Kakiyo } from './kakiyo';
import { refuse } from './errors';

/**
 * Requests per window and team: the tiers, and the limits on the pages of Do Not Contact
 * (docs/vendors/kakiyo.md#limits).
 */
const limits = { high: 60, medium: 30, low: 15, dncRead: 60, dncWrite: 30, dncBatch: 10 } as const;

type Bucket = keyof typeof limits;

/** Routes that the API introduction names; the method decides for all others. */
const tiers: Record<string, Bucket> = {
	'GET /verify': 'high',
	'GET /models': 'high',
	'GET /webhooks/events': 'high',
	'GET /prospects/search': 'low',
};

const dncBuckets: Record<string, Bucket> = {
	'GET /dnc': 'dncRead',
	'GET /dnc/check': 'dncRead',
	'POST /dnc': 'dncWrite',
	'DELETE /dnc/:id': 'dncWrite',
	'POST /dnc/batch': 'dncBatch',
};

/** The route counts in every document's limit, which is the strictest interpretation. */
function bucketsOf({ method, path }: Route): [tier: Bucket, ...others: Bucket[]] {
	const route = `${method} ${path}`;
	const own = dncBuckets[route];
	return [tiers[route] ?? (method === 'GET' ? 'medium' : 'low'), ...(own ? [own] : [])];
}

function limitOf(bucket: Bucket, kakiyo: Kakiyo): number {
	return bucket === 'low' ? (kakiyo.settings.writesPerWindow ?? limits.low) : limits[bucket];
}

/** 429 unless each of the route's buckets has a place left. */
export function takePlace(kakiyo: Kakiyo, route: Route): void {
	if (!kakiyo.settings.rateLimits) return;
	const buckets = bucketsOf(route).map((name) => ({ name, limit: limitOf(name, kakiyo) }));
	const full = buckets
		.map(({ name, limit }) => kakiyo.limiter.usage(name, limit))
		.find(({ remaining }) => remaining <= 0);
	if (full)
		throw buckets.length > 1 ? dncRefusal(full.resetsAt) : tierRefusal(kakiyo.clock.secondsUntil(full.resetsAt));
	for (const { name, limit } of buckets) kakiyo.limiter.take(name, limit);
}

function tierRefusal(retryAfter: number): Refusal {
	const headers = { 'retry-after': String(retryAfter) };
	return refuse(429, 'rate_limit_exceeded', 'Rate limit reached for this type of request', { retryAfter }, headers);
}

function dncRefusal(resetTime: number): Refusal {
	return refuse(429, 'rate_limit_exceeded', 'Rate limit reached for the Do Not Contact list', { resetTime });
}

/** `X-RateLimit-*`, when the setting asks for them. */
export function rateLimitHeaders(kakiyo: Kakiyo, route: Route): Record<string, string> {
	if (!kakiyo.settings.rateLimitHeaders) return {};
	const [bucket] = bucketsOf(route);
	const usage = kakiyo.limiter.usage(bucket, limitOf(bucket, kakiyo));
	const { rateLimitResetUnit: unit } = kakiyo.settings;
	return headersOf(usage, resetValue[unit === 'deltaSeconds' ? 'secondsLeft' : unit](usage, kakiyo.clock));
}
