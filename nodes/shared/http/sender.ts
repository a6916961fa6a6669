import { ItemFailure } from '../contract/failure';
import type { OutgoingRequest } from '../contract/exchange';
import { SentEarlier, type Intent } from '../contract/intent';
import type { ApiClient, ApiRequest } from '../contract/operation';
import type { Connection, SenderPorts } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import { isRepeatable } from './retry';
import { send, type Meter, type RetryLimits } from './send';

function concealed(thrown: unknown, { conceal }: Connection): unknown {
	// The vendor has written nothing of what tells of an earlier try.
	if (!(thrown instanceof ItemFailure) || thrown instanceof SentEarlier) return thrown;
	const { failure } = thrown;
	return new ItemFailure({
		...failure,
		message: conceal(failure.message),
		description: conceal(failure.description),
		...(failure.code !== undefined && { code: conceal(failure.code) }),
	});
}

/** Stands for the API key, without being it: another key in the same credential has limits of its own. */
export const accountOf = ({ account }: SenderPorts['http'], { keyDigest }: Connection): string => `${account} ${keyDigest}`;

/**
 * Sends requests of any part of a node (operation, dropdown, trigger) over the rate limiters that they share.
 * @param intentOf the intent of a request that must not happen twice
 */
export function sender(
	vendor: Vendor,
	{ http, limiters, time, clockTime }: SenderPorts,
	limits: RetryLimits,
	meter?: Meter,
	intentOf?: (request: OutgoingRequest) => Intent,
): ApiClient['send'] {
	return async ({ request, base, tier, repeatable, ids = {}, ...special }: ApiRequest, own) => {
		const connection = await http.connect();
		const limitName = tier ?? vendor.tierOf(request.method);
		const mayRepeat = repeatable ?? isRepeatable(request.method);
		try {
			return await send(
				{ request, ids, ...special, repeatable: mayRepeat },
				{
					vendor,
					limits: { ...limits, ...own },
					limitName,
					meter,
					intent: mayRepeat ? undefined : intentOf?.(request),
					limiter: limiters.of(accountOf(http, connection), limitName, vendor.limits[limitName]),
					time,
					clockTime,
					transport: async (outgoing) => await connection.exchange(outgoing, base),
				},
			);
		} catch (thrown) {
			throw concealed(thrown, connection);
		}
	};
}
