import type { RateLimit } from '../contract/rateLimit';

/** What of a limit's requests counts towards the wider limits around it. */
function countedIn(
	limits: Readonly<Record<string, RateLimit>>,
	counts: ReadonlyMap<string, number>,
): Map<string, number> {
	const all = new Map<string, number>();
	for (const [first, requests] of counts) {
		for (let name: string | undefined = first; name !== undefined; name = limits[name]?.within)
			all.set(name, (all.get(name) ?? 0) + requests);
	}
	return all;
}

/**
 * The shortest time in which so many requests can leave, where nothing else uses the account: all windows but the last one.
 * @param counts requests by the name of their limit
 * @returns seconds
 */
export function shortestTime(limits: Readonly<Record<string, RateLimit>>, counts: ReadonlyMap<string, number>): number {
	let seconds = 0;
	for (const [name, requests] of countedIn(limits, counts)) {
		const limit = limits[name];
		if (limit) seconds = Math.max(seconds, (Math.ceil(requests / limit.requests) - 1) * limit.perSeconds);
	}
	return seconds;
}
