import type { Refusal } from '../answer';
import { rateLimitHeaders as headersOf, resetValue } from '../rateLimitHeaders';
import type { Route } from '../vendor';
import type { Kakiyo } from './kakiyo';
import { refuse } from './errors';

/** Vendor seconds. */
export const rateWindowSeconds = 60;

/** Requests per window and team (introduction page; the DNC pages give their own). */
const limits = { high: 60, medium: 30, low: 15, dncRead: 60, dncWrite: 30, dncBatch: 10 } as const;

type Bucket = keyof typeof limits;

const exceptions: Record<string, Bucket> = {
	'GET /verify': 'high',
	'GET /models': 'high',
	'GET /models/:modelId': 'high',
	'GET /webhooks/events': 'high',
	'GET /webhooks/test/events': 'high',
	'GET /webhooks/test/example/:event': 'high',
	'GET /prospects/search': 'low',
	'GET /dnc': 'dncRead',
	'GET /dnc/check': 'dncRead',
	'POST /dnc': 'dncWrite',
	'DELETE /dnc/:id': 'dncWrite',
	'POST /dnc/batch': 'dncBatch',
};

function bucketOf({ method, path }: Route): Bucket {
	return exceptions[`${method} ${path}`] ?? (method === 'GET' ? 'medium' : 'low');
}

function limitOf(bucket: Bucket, kakiyo: Kakiyo): number {
	return bucket === 'low' ? (kakiyo.settings.writesPerWindow ?? limits.low) : limits[bucket];
}

/** 429 unless the route's bucket has a place left. */
export function takePlace(kakiyo: Kakiyo, route: Route): void {
	if (!kakiyo.settings.rateLimits) return;
	const bucket = bucketOf(route);
	const limit = limitOf(bucket, kakiyo);
	if (kakiyo.limiter.take(bucket, limit)) return;
	const { resetsAt } = kakiyo.limiter.standing(bucket, limit);
	throw bucket.startsWith('dnc') ? dncRefusal(resetsAt) : tierRefusal(kakiyo.clock.secondsUntil(resetsAt));
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
	const bucket = bucketOf(route);
	const standing = kakiyo.limiter.standing(bucket, limitOf(bucket, kakiyo));
	const { rateLimitResetUnit: unit } = kakiyo.settings;
	return headersOf(standing, resetValue[unit === 'deltaSeconds' ? 'secondsLeft' : unit](standing, kakiyo.clock));
}
