import type { Exchange, IncomingResponse } from '../contract/exchange';
import { inOneText } from '../contract/failure';
import type { Refusal, Vendor } from '../contract/vendor';
import { requestedRetryAt } from '../limits/waits';
import { errorIn } from './errorBody';
import { explainRefusal, readRefusal } from './refusal';
import { unavailable } from './sendFailure';

/** How a key of a vendor is checked. */
export interface KeyCheck {
	vendor: Vendor;
	/** A reading that every key may do. */
	path: string;
	/** Whether the body of a success has the vendor's form. */
	isAnswer(body: unknown): boolean;
	/** Error text about the key, if a refusal means something else here than for an item. */
	explain?(refusal: Refusal): string | undefined;
}

const CHECK_BASE_URL = 'Check the Base URL in the credential, and whether a proxy or firewall answers in its place.';

const SECOND_MS = 1_000;

function usedUp({ name }: Vendor, response: IncomingResponse, now: number): string {
	const retryAt = requestedRetryAt(response, now);
	const when =
		retryAt === undefined ? 'in a few minutes' : `in ${Math.max(1, Math.ceil((retryAt - now) / SECOND_MS))} seconds`;
	return `The key was not checked: the request limit of ${name} is used up. Test it again ${when}.`;
}

function refused({ vendor, explain }: KeyCheck, refusal: Refusal): string {
	const own = explain?.(refusal);
	if (own !== undefined) return own;
	if (refusal.status === 404)
		return inOneText(`${vendor.name} has nothing at the address for checking a key`, CHECK_BASE_URL);
	const { message, description } = explainRefusal(vendor, refusal);
	return inOneText(message, description);
}

function notAsAnswered({ vendor, isAnswer }: KeyCheck, { body }: IncomingResponse): string | undefined {
	if (typeof body === 'string')
		return inOneText(
			`The answer is not from ${vendor.name}: it is not JSON, but something like a web page`,
			CHECK_BASE_URL,
		);
	if (isAnswer(body) && errorIn(body) === undefined) return undefined;
	return inOneText(
		`The answer is not from the API of ${vendor.name}: it has other content than was asked for`,
		CHECK_BASE_URL,
	);
}

/**
 * Why an exchange does not prove that the key is good, and what to do; undefined when it does.
 * @param now epoch ms
 */
export function faultOfKey(check: KeyCheck, { response, failure }: Exchange, now: number): string | undefined {
	if (failure) {
		const { message, description } = unavailable(check.vendor, { failure }, 1).failure;
		return inOneText(message, description);
	}
	const { status } = response;
	if (status === 429) return usedUp(check.vendor, response, now);
	if (status < 200 || status >= 300) return refused(check, readRefusal(response, {}));
	return notAsAnswered(check, response);
}
