import { ItemFailure } from '../contract/failure';
import { SentEarlier, type Intent } from '../contract/intent';
import type { ApiClient, ApiRequest } from '../contract/operation';
import type { Connection, SenderPorts } from '../http/ports';
import { inWords } from '../contract/rateLimit';
import type { Vendor } from '../contract/vendor';
import { accountLimits, limiterOf } from '../limits/accountLimits';
import { isRepeatable } from './retry';
import { send, type Meter, type RetryLimits } from './send';

/** Vendors may quote the key that they do not accept. */
function concealed(thrown: unknown, { secrets }: Connection): unknown {
	// The vendor has written nothing of what tells of an earlier try.
	if (!(thrown instanceof ItemFailure) || thrown instanceof SentEarlier) return thrown;
	const { failure } = thrown;
	return new ItemFailure({
		...failure,
		message: secrets.concealedText(failure.message),
		description: secrets.concealedText(failure.description),
		...(failure.code !== undefined && { code: secrets.concealedText(failure.code) }),
	});
}

/**
 * Sends requests of any part of a node (operation, dropdown, trigger) over the rate limiters that they share.
 * @param intentOf the intent of what must not happen twice
 */
export function sender(
	vendor: Vendor,
	{ http, limiters, time, clockTime }: SenderPorts,
	limits: RetryLimits,
	meter?: Meter,
	intentOf?: (effect: string) => Intent,
): ApiClient['send'] {
	return async ({ request, base, tier, repeatable, effect, isWrittenDown, ids = {}, holdsSecrets, ...special }: ApiRequest, own) => {
		const connection = await http.connect();
		const limitName = tier ?? vendor.tierOf(request.method);
		const accountsLimits = accountLimits(vendor.limits, connection.requestsPerMinute);
		const limit = accountsLimits[limitName];
		const mayRepeat = repeatable ?? isRepeatable(request.method);
		try {
			const response = await send(
				{ request, ids, ...special, repeatable: mayRepeat },
				{
					vendor,
					limits: { ...limits, ...own },
					limit: limit ? inWords(limit) : '',
					meter,
					intent: mayRepeat || isWrittenDown ? undefined : intentOf?.(effect ?? `${request.method} ${request.path}`),
					limiter: limiterOf(limiters, connection.account, accountsLimits, limitName),
					time,
					clockTime,
					transport: async (outgoing) => await connection.exchange(outgoing, base),
				},
			);
			return holdsSecrets ? { ...response, body: connection.secrets.concealed(response.body) } : response;
		} catch (thrown) {
			throw concealed(thrown, connection);
		}
	};
}
