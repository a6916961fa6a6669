import { ItemFailure, type Failure } from '../contract/failure';
import { inOrder, ItemsHeldBack, type Trail } from '../contract/intent';
import type { ApiClient, ApiRequest } from '../contract/operation';
import type { SenderPorts } from '../http/ports';
import type { Secrets } from '../http/secrets';
import { inWords } from '../contract/rateLimit';
import type { Vendor } from '../contract/vendor';
import { limiterOf } from '../limits/accountLimits';
import { answerLimits } from './answerLimits';
import { connected } from './connected';
import { isReading, isReadOnly, refusedAsReadOnly } from './readOnly';
import { isRepeatable } from './retry';
import { send, type Meter, type RetryLimits } from './send';

/** Vendors may quote the key that they reject. */
const concealed = (failure: Failure, secrets: Secrets): Failure => ({
	...failure,
	message: secrets.concealedText(failure.message),
	description: secrets.concealedText(failure.description),
	...(failure.code !== undefined && { code: secrets.concealedText(failure.code) }),
});

/** A failure that may quote the vendor. `ItemsHeldBack` never does. */
const isQuoting = (thrown: unknown): thrown is ItemFailure =>
	thrown instanceof ItemFailure && !(thrown instanceof ItemsHeldBack);

/**
 * Sends requests of any part of a node (operation, dropdown, trigger) through the shared rate limiters.
 * @param trail absent if no further try needs it
 */
export function sender(
	vendor: Vendor,
	{ http, limiters, time, labels, clockTime }: SenderPorts,
	limits: RetryLimits,
	meter?: Meter,
	trail?: Trail,
): ApiClient['send'] {
	const maxBytes = answerLimits(limits.maxAnswerMb);
	return async (apiRequest: ApiRequest, own) => {
		const {
			request,
			base,
			tier: _tier,
			repeatable,
			effect,
			deletes,
			idempotencyKey,
			isWrittenDown,
			isContact,
			ids = {},
			holdsSecrets,
			isList = false,
			...special
		} = apiRequest;
		const onlyReads = isReading(apiRequest);
		const { connection, limits: accountsLimits, limitName } = await connected(vendor, http, apiRequest);
		if (!onlyReads && isReadOnly(connection.fields)) throw refusedAsReadOnly(vendor.name);
		const secrets = connection.secretsOf(request);
		const limit = accountsLimits[limitName];
		const mayRepeat = idempotencyKey !== undefined || (repeatable ?? (onlyReads || isRepeatable(request.method)));
		const does = effect ?? `${request.method} ${request.path}`;
		const begun = async () => {
			if (idempotencyKey !== undefined) return await trail?.beginWithKey(does, idempotencyKey);
			return (deletes ?? request.method === 'DELETE') && (await trail?.begin(does));
		};
		const isOwnChange = request.method === 'PATCH' && trail?.isOfModel === true;
		const asked = mayRepeat || isOwnChange ? (onlyReads ? undefined : trail?.change) : trail?.intentOf(does);
		const intent = isWrittenDown ? undefined : asked;
		const afterDoubt = await begun();
		try {
			const response = await send(
				{ request, ids, ...special, repeatable: mayRepeat, onlyReads, afterDoubt },
				{
					vendor,
					limits: {
						...limits,
						...own,
						accountRefused: (failure) => limits.accountRefused?.(concealed(failure, secrets)),
					},
					limit: limit ? inWords(limit) : '',
					meter,
					intent: isContact && trail ? inOrder(trail.contact(), intent) : intent,
					limiter: limiterOf(limiters, connection.account, accountsLimits, limitName),
					time,
					labels,
					clockTime,
					transport: async (outgoing) =>
						await connection.exchange(outgoing, {
							maxAnswerBytes: maxBytes[isList ? 'list' : 'record'],
							base,
							onlyReads,
						}),
				},
			);
			return (holdsSecrets ? secrets : connection.apiKey).outOfAnswer(response);
		} catch (thrown) {
			throw isQuoting(thrown) ? new ItemFailure(concealed(thrown.failure, secrets)) : thrown;
		}
	};
}
