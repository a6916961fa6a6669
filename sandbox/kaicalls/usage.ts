import { z } from 'zod';
import type { Answer } from '../server/answer';
import { bearerKey } from '../server/bearer';
import type { Call as Request, Route } from '../server/vendor';
import type { KaiCalls } from './kaicalls';

const callCents = 15;
const created = z.object({ id: z.string() });

/** Adds an answered request to the account's API call log. */
export function recordUsage(
	kaicalls: KaiCalls,
	{ headers }: Request,
	{ method, path }: Route,
	{ status, accepted, body }: Answer,
): void {
	const key = kaicalls.keys.find(bearerKey(headers));
	if (!key) return;
	const isPlacedCall = accepted && method === 'POST' && path === '/calls';
	const { usage, ids } = kaicalls.state;
	usage.push({
		id: ids.next('usage'),
		business_id: key.business_id,
		endpoint: `/v1${path}`,
		method,
		status_code: status,
		call_id: isPlacedCall ? created.parse(body).id : null,
		cost_cents: isPlacedCall ? callCents : 0,
		created_at: kaicalls.stamp(),
	});
}
