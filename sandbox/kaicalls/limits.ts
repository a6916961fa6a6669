import type { Route } from '../server/vendor';
import { refuse } from './errors';
import type { KaiCalls } from './kaicalls';
import type { ApiKey } from './keys';

/** The documents limit only POST /calls and all GETs. */
function limitOf({ settings }: KaiCalls, { method, path }: Route): { name: string; limit: number } | undefined {
	if (method === 'GET') return { name: 'reads', limit: settings.readsPerWindow };
	return method === 'POST' && path === '/calls' ? { name: 'calls', limit: settings.callsPerWindow } : undefined;
}

/** 429 unless the key has a place left for this route. */
export function takePlace(kaicalls: KaiCalls, route: Route, { id }: ApiKey): void {
	const { settings, limiter, clock } = kaicalls;
	const limited = settings.rateLimits ? limitOf(kaicalls, route) : undefined;
	if (!limited) return;
	const bucket = `${id} ${limited.name}`;
	if (limiter.take(bucket, limited.limit)) return;
	const { resetsAt } = limiter.usage(bucket, limited.limit);
	const seconds = clock.secondsUntil(resetsAt);
	throw refuse(
		429,
		'rate_limited',
		'Too many requests, slow down',
		settings.retryAfterHeader ? { 'retry-after': String(seconds) } : {},
	);
}
