import type { IHttpRequestMethods } from 'n8n-workflow';

import type { Exchange, TransportFailure } from '../contract/exchange';
import type { Vendor } from '../contract/vendor';

/**
 * The next step after an exchange without success.
 * - `waitForLimit`: the vendor counted too many requests; nothing happened there, any method may try again;
 * - `waitForVendor`: the vendor is busy with this record; nothing happened there, any method may try again;
 * - `backOff`: try again, because the method makes that harmless or nothing was delivered;
 * - `refused`: a final no; `blocked`: can never be delivered like this;
 * - `unknown`: it may have happened, and a second try could do it twice;
 * - `cancelled`: the user pressed Stop.
 */
export type Verdict = 'waitForLimit' | 'waitForVendor' | 'backOff' | 'refused' | 'blocked' | 'unknown' | 'cancelled';

/** Methods that may be repeated after an unclear answer: doing it twice equals doing it once. */
const REPEATABLE = new Set<IHttpRequestMethods>(['GET', 'HEAD', 'PUT', 'DELETE']);

/** Whether doing a request of this method twice equals doing it once. */
export const isRepeatable = (method: IHttpRequestMethods): boolean => REPEATABLE.has(method);

/**
 * The vendor has failed, or a proxy stopped waiting: the request took too long (408) or its sender had left (499). An
 * invalid status (099, 600) does not say whether it was done, either.
 */
export const isBreakdown = (status: number): boolean =>
	status < 200 || status >= 500 || status === 408 || status === 499;

/**
 * "Done, see there": the answer of a web form. 307 and 308 ask for the same request at another address, and 301 says
 * that the endpoint has moved.
 */
const SEE_OTHER = new Set([302, 303]);

/** Whether the status says that it was done and the result is at another address. */
export const isSeenElsewhere = (status: number): boolean => SEE_OTHER.has(status);

function judgeFailure({ kind }: TransportFailure, repeatable: boolean): Verdict {
	if (kind === 'undelivered') return 'backOff';
	if (kind === 'doubtful') return repeatable ? 'backOff' : 'unknown';
	return kind;
}

/**
 * The safety table, by class of method and failure.
 * @param classification the vendor's own classification of a refusal, if it has one
 */
export function judge(
	exchange: Exchange,
	repeatable: boolean,
	classification: ReturnType<Vendor['classify']>,
): Verdict {
	if (exchange.failure) return judgeFailure(exchange.failure, repeatable);
	const { status } = exchange.response;
	if (classification === 'final' || classification === 'account') return 'refused';
	if (classification === 'busy') return 'waitForVendor';
	if (status === 429) return 'waitForLimit';
	if (isBreakdown(status)) return repeatable ? 'backOff' : 'unknown';
	if (isSeenElsewhere(status) && !repeatable) return 'unknown';
	return 'refused';
}
