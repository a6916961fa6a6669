import type { Exchange, IncomingResponse, OutgoingRequest, TransportFailure } from './exchange';
import { ItemFailure, type Failure } from './failure';
import type { Lane, Patience } from './lane';
import { explainRefusal, readRefusal } from './refusal';
import { judge } from './retry';
import { sleepUntil, type Time } from './time';
import type { Refusal, Vendor } from './vendor';
import { backoffMs, requestedRetryAt } from './waits';

/** How often a request is tried and how long it may wait. */
export interface Endurance extends Patience {
	maxRetries: number;
}

/** Everything one request needs on its way. */
export interface Road {
	vendor: Vendor;
	lane: Lane;
	transport: (request: OutgoingRequest) => Promise<Exchange>;
	endurance: Endurance;
	time: Time;
	/** A point in time (epoch ms) as a clock time of the user's. */
	clockTime: (epochMs: number) => string;
}

export interface Cargo {
	request: OutgoingRequest;
	/** Whether doing it twice equals doing it once. */
	repeatable: boolean;
	/** The ids it names, for the message about an unknown one. */
	ids: Refusal['ids'];
	/** Refusals that count as an answer. */
	tolerate: (refusal: Refusal) => boolean;
}

/** First wait for a vendor that is busy with this very record; an import takes seconds to minutes. */
const BUSY_WAIT_MS = 5_000;

/** A try that brought no success: the vendor's no, or no answer at all. */
type Setback =
	| { response: IncomingResponse; refusal: Refusal; failure?: undefined }
	| { response?: undefined; refusal?: undefined; failure: TransportFailure };

/**
 * Sends one request until it succeeds or must not be tried again.
 * @returns the successful response (2xx), or a tolerated refusal
 * @throws ItemFailure in every other case
 */
export async function send(cargo: Cargo, road: Road): Promise<IncomingResponse> {
	const { vendor, lane, endurance, time } = road;
	const { request, repeatable } = cargo;
	let retries = 0;
	let busySince: number | undefined;
	let afterDoubt = false;

	for (;;) {
		const admission = await lane.enter(endurance);
		if (admission === 'cancelled') throw cancelledBy(cargo, vendor, afterDoubt);
		if (admission !== 'admitted') throw new ItemFailure(limitReached(road, admission.resetAt));

		const exchange = await road.transport(request);
		if (exchange.response) lane.leave(exchange.response);
		else lane.abandon();

		if (exchange.response && isSuccess(exchange.response)) {
			return { ...readable(exchange.response, road, repeatable), afterDoubt };
		}
		const setback = readSetback(exchange, cargo);
		if (setback.refusal && cargo.tolerate(setback.refusal)) return setback.response;
		// A first try that got no answer may have deleted it: gone is what was wanted.
		const gone = setback.response?.status === 404 && request.method === 'DELETE';
		if (afterDoubt && gone && setback.response) {
			return { ...setback.response, body: undefined };
		}

		const now = time.now();
		const standing = setback.refusal && vendor.standing(setback.refusal);
		switch (judge(exchange, repeatable, standing)) {
			case 'waitForLimit': {
				const resetAt = limitReset(setback, road, now, retries);
				lane.pause(resetAt);
				if (resetAt - now > endurance.maxWaitMs) throw new ItemFailure(limitReached(road, resetAt));
				if (retries >= endurance.maxRetries) throw new ItemFailure(limitReached(road, resetAt));
				retries += 1;
				break;
			}
			case 'waitForVendor': {
				busySince ??= now;
				if (now + BUSY_WAIT_MS - busySince > endurance.maxWaitMs) throw final(vendor, setback, retries);
				await sleepUntil(now + BUSY_WAIT_MS, endurance.cancelled, time);
				break;
			}
			case 'backOff': {
				afterDoubt ||= setback.failure?.kind !== 'undelivered';
				if (retries >= endurance.maxRetries) throw outOfTries(vendor, setback, retries);
				retries += 1;
				const asked = requestedBy(setback, now);
				const until = asked ?? now + backoffMs(retries, Math.random());
				if (until - now > endurance.maxWaitMs) throw outOfTries(vendor, setback, retries - 1, asked && road.clockTime(asked));
				await sleepUntil(until, endurance.cancelled, time);
				break;
			}
			case 'refused':
			case 'blocked':
				throw final(vendor, setback, retries);
			case 'unknown':
				throw doubt(vendor, setback);
			case 'cancelled':
				throw cancelledBy(cargo, vendor, true);
		}
	}
}

function readSetback(exchange: Exchange, { ids }: Cargo): Setback {
	if (!exchange.response) return { failure: exchange.failure };
	return { response: exchange.response, refusal: readRefusal(exchange.response, ids) };
}

const requestedBy = ({ response }: Setback, now: number): number | undefined =>
	response && requestedRetryAt(response, now);

/** When a refused request may go out again: the vendor's word, else the rest of the window, else backoff. */
function limitReset(setback: Setback, road: Road, now: number, retries: number): number {
	const backoff = now + backoffMs(retries + 1, Math.random());
	// "Retry-After: 0" would use up all tries in no time.
	return Math.max(backoff, requestedBy(setback, now) ?? road.lane.endOfWindow() ?? backoff);
}

const isSuccess = ({ status }: IncomingResponse): boolean => status >= 200 && status < 300;

/** All four vendors answer JSON; text means that something else answered, such as a proxy or a login page. */
function readable(response: IncomingResponse, { vendor }: Road, repeatable: boolean): IncomingResponse {
	if (typeof response.body !== 'string') return response;
	if (response.body.trim() === '') return { ...response, body: undefined };
	const remedy = 'Check the Base URL in the credential, and whether a proxy or firewall answers in its place.';
	if (!repeatable) throw new ItemFailure(unknownOutcome(vendor, 'the answer is not JSON', remedy, response.status));
	throw new ItemFailure({
		kind: 'unavailable',
		message: `${vendor.name} answered with something that is not JSON, such as a web page`,
		description: remedy,
		status: response.status,
	});
}

const skipped: Failure = {
	kind: 'skipped',
	message: 'Not sent: the run ended before it was this item’s turn',
	description: 'Nothing happened for this item. Run it again.',
};

function limitReached({ vendor, clockTime }: Road, resetAt: number): Failure {
	return {
		kind: 'unavailable',
		message: `The request limit of ${vendor.name} is used up until ${clockTime(resetAt)}`,
		description:
			'This item was not done. Run it again after that time, or raise Max Wait in the options of the node so that it waits.',
		status: 429,
	};
}

const SETBACK_WORDS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'there is no host of that name',
	ECONNRESET: 'the connection broke off',
	ETIMEDOUT: 'no answer in time',
	ECONNABORTED: 'no answer in time',
	ERR_BAD_RESPONSE: 'the answer broke off',
};

/** In words: n8n replaces a message that holds a network code by its own. */
function wordsFor({ failure, response }: Setback): string {
	if (response) return `status ${response.status}`;
	return SETBACK_WORDS[failure.reason] ?? failure.reason;
}

function final(vendor: Vendor, setback: Setback, retries: number): ItemFailure {
	return setback.refusal
		? new ItemFailure(explainRefusal(vendor, setback.refusal))
		: outOfTries(vendor, setback, retries);
}

/** @param askedFor the clock time from which the vendor wants to be called again, when it names one */
function outOfTries(vendor: Vendor, setback: Setback, retries: number, askedFor?: string | 0): ItemFailure {
	if (setback.refusal) {
		const failure = explainRefusal(vendor, setback.refusal);
		return new ItemFailure({
			...failure,
			kind: 'unavailable',
			...(askedFor && { message: `${vendor.name} is not available until ${askedFor}` }),
		});
	}
	const tries = retries === 0 ? 'one try' : `${retries + 1} tries`;
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendor.name} could not be reached: ${wordsFor(setback)} (${tries})`,
		description: 'Check the Base URL in the credential and the network of n8n, then run the item again.',
		code: setback.failure.reason,
	});
}

/** A call, message or record must not be made twice because of a doubtful answer. */
function unknownOutcome(vendor: Vendor, why: string, remedy: string, status?: number, code?: string): Failure {
	return {
		kind: 'unknown',
		message: `The outcome is unknown: the request went out to ${vendor.name}, but no clear answer came back (${why})`,
		description: `It may or may not have been carried out, so it was not sent again. Look it up in ${vendor.name} before you repeat it. ${remedy}`.trim(),
		...(status !== undefined && { status }),
		...(code !== undefined && { code }),
	};
}

/** Stop was pressed, or another item ended the run, before this request had its answer. */
function cancelledBy({ request }: Cargo, vendor: Vendor, mayHaveArrived: boolean): ItemFailure {
	return mayHaveArrived && request.method !== 'GET'
		? new ItemFailure(unknownOutcome(vendor, 'the run ended', ''))
		: new ItemFailure(skipped);
}

const doubt = (vendor: Vendor, setback: Setback): ItemFailure =>
	new ItemFailure(
		unknownOutcome(vendor, wordsFor(setback), '', setback.response?.status, setback.failure?.reason),
	);
