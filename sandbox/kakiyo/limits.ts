import type { Refusal } from '../answer';
import type { Standing } from '../limiter';
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
	throw bucket.startsWith('dnc') ? dncRefusal(resetsAt) : tierRefusal(secondsUntil(resetsAt, kakiyo));
}

function tierRefusal(retryAfter: number): Refusal {
	const headers = { 'retry-after': String(retryAfter) };
	return refuse(429, 'rate_limit_exceeded', 'Rate limit reached for this type of request', { retryAfter }, headers);
}

function dncRefusal(resetTime: number): Refusal {
	return refuse(429, 'rate_limit_exceeded', 'Rate limit reached for the Do Not Contact list', { resetTime });
}

function secondsUntil(time: number, { clock }: Kakiyo): number {
	return Math.max(1, Math.ceil((time - clock.now()) / 1000));
}

/** `X-RateLimit-*`, when the setting asks for them. */
export function rateLimitHeaders(kakiyo: Kakiyo, route: Route): Record<string, string> {
	if (!kakiyo.settings.rateLimitHeaders) return {};
	const bucket = bucketOf(route);
	const standing = kakiyo.limiter.standing(bucket, limitOf(bucket, kakiyo));
	return {
		'x-ratelimit-limit': String(standing.limit),
		'x-ratelimit-remaining': String(standing.remaining),
		'x-ratelimit-reset': String(resetValue(standing, kakiyo)),
	};
}

function resetValue({ resetsAt }: Standing, kakiyo: Kakiyo): number {
	switch (kakiyo.settings.rateLimitResetUnit) {
		case 'epochSeconds':
			return Math.ceil(resetsAt / 1000);
		case 'epochMilliseconds':
			return resetsAt;
		case 'deltaSeconds':
			return secondsUntil(resetsAt, kakiyo);
	}
}
