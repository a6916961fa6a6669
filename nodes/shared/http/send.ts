import {
	cancelled,
	errorAsSuccess,
	final,
	leftInDoubt,
	limitAfterDoubt,
	limitReached,
	notJson,
	unavailable,
	unknownOfEarlierTry,
	unknownOutcome,
	unreadAnswer,
	type FailedAttempt,
} from './sendFailure';
import type { Exchange, IncomingResponse, OutgoingRequest } from '../contract/exchange';
import type { Failure, ItemFailure } from '../contract/failure';
import type { Limiter } from '../limits/nestedLimiter';
import type { Acquisition } from '../limits/rateLimiter';
import { errorIn } from './errorBody';
import { explainRefusal, isOfAccount, readRefusal } from './refusal';
import { isReading } from './readOnly';
import { isRepeatable, isSeenElsewhere, judge } from './retry';
import { sleepUntil, type Time } from '../contract/time';
import type { Intent } from '../contract/intent';
import type { Explanation, FieldLabels, Refusal, Vendor } from '../contract/vendor';
import { backoffMs, requestedRetryAt } from '../limits/waits';

/** How often a request is tried and how long it may wait. */
export interface RetryLimits extends Acquisition {
	maxRetries: number;
	/** The largest answer that the user allows, in MB; the default when absent. */
	maxAnswerMb?: number;
	/** Is called as soon as the account is refused, before another request leaves. */
	accountRefused?: (failure: Failure) => void;
}

/** Everything one request needs on its way. */
export interface SendContext {
	vendor: Vendor;
	limiter: Limiter;
	/** The limit in words, '' when none is known. */
	limit: string;
	/** Absent for requests that may be sent twice. */
	intent?: Intent;
	/** Counts the requests of a run. */
	meter?: Meter;
	transport: (request: OutgoingRequest) => Promise<Exchange>;
	limits: RetryLimits;
	time: Time;
	/** Labels of the fields from which the request was built. */
	labels?: () => FieldLabels;
	/** A point in time (epoch ms) as a clock time for the user. */
	clockTime: (epochMs: number) => string;
}

/** Is told about the progress of a request. */
export interface Meter {
	/**
	 * The request waits for a place.
	 * @returns how long the run had stood still before, in ms
	 */
	waits(): number;
	/**
	 * The request has stopped waiting, whether it leaves or not.
	 * @param limit that it waited for, in words; '' for the vendor's own count
	 * @param stoodStillMs the value that `waits` returned
	 */
	waited(limit: string, stoodStillMs: number): void;
	sent(): void;
	answered(): void;
}

/** A request, with the settings that decide what follows a failure. */
export interface PreparedRequest {
	request: OutgoingRequest;
	/** Whether doing it twice equals doing it once. */
	repeatable: boolean;
	/** Whether it changes nothing, such as a query that is sent by POST; the method decides if this is absent. */
	onlyReads?: boolean;
	/** An earlier try of the execution may have done it. */
	afterDoubt?: boolean;
	/** The IDs in the request, for the message about an unknown one. */
	ids: Refusal['ids'];
	/** Refusals that count as an answer. */
	tolerate?: (refusal: Refusal) => boolean;
	/** A 404 may mean that there is no such endpoint. */
	uncertainPath?: boolean;
	/** Its own error text for a refusal. */
	explain?: (refusal: Refusal) => Explanation | undefined;
}

/** First wait for a vendor that is busy with this record; an import takes seconds to minutes. */
const BUSY_WAIT_MS = 5_000;

/**
 * Sends one request until it succeeds or must not be tried again.
 * @returns the successful response (2xx), or a tolerated refusal
 * @throws ItemFailure in every other case
 */
export async function send(prepared: PreparedRequest, context: SendContext): Promise<IncomingResponse> {
	const { intent, limiter, limit, limits, meter, time } = context;
	const vendor = wordedBy(prepared, context.vendor);
	const { request, repeatable } = prepared;
	let retries = 0;
	/** Refusals for a limit before this time belong to a window whose refusal was counted as a try. */
	let countedUntil = -Infinity;
	let busySince: number | undefined;
	let { afterDoubt = false } = prepared;

	/** A reading leaves no doubt. For a lookup before a deletion, see `afterDoubt`. */
	const changesNothing = isReading(prepared);
	/** A failure that says nothing about an earlier try. */
	const ended = (failed: ItemFailure) => (afterDoubt && repeatable ? leftInDoubt(failed) : failed);
	const limited = (resetAt: number) => {
		const clockTime = context.clockTime(resetAt);
		if (!afterDoubt) return limitReached(vendor, clockTime);
		return limitAfterDoubt(vendor, clockTime, repeatable);
	};

	// After a refusal its turn comes late, so its intent is not written early again.
	intent?.announce();
	for (;;) {
		const stoodStillMs = meter?.waits() ?? 0;
		const admission = await limiter.acquire(limits);
		// The vendor's own announcement overrules the documented limit, so the message does not name the documented
		// one.
		meter?.waited(limiter.hasAnnounced ? '' : limit, stoodStillMs);
		if (admission !== 'admitted') {
			// An earlier try may have done it, and the user must be told.
			if (admission !== 'cancelled') await intent?.declare();
			await intent?.withdraw();
			throw admission === 'cancelled'
				? cancelled(vendor, { mayHaveArrived: afterDoubt, repeatable })
				: limited(admission.resetAt);
		}
		await declare(intent, limiter);
		if (limits.cancelled()) {
			limiter.releaseUnsent();
			await intent?.withdraw();
			throw cancelled(vendor, { mayHaveArrived: afterDoubt, repeatable });
		}

		meter?.sent();
		const arrived = await context.transport(request);
		meter?.answered();
		if (arrived.response) limiter.release(arrived.response);
		else limiter.releaseWithoutAnswer();
		const exchange = wholeAnswer(arrived);

		if (exchange.response && isSuccess(exchange.response)) {
			const noAnswer = notAsAsked(exchange.response, prepared, vendor);
			if (!noAnswer) return { ...withoutEmptyText(exchange.response), afterDoubt };
			if (noAnswer.failure.kind === 'heldBack') await intent?.withdraw();
			else afterDoubt ||= !changesNothing;
			throw ended(noAnswer);
		}
		const failed = readFailedAttempt(exchange, prepared, context);
		if (failed.refusal && isOfAccount(vendor, failed.refusal))
			limits.accountRefused?.(explainRefusal(vendor, failed.refusal));
		const classification = failed.refusal && vendor.classify(failed.refusal);
		const verdict = judge(exchange, repeatable, classification);
		const now = time.now();
		const resetAt = verdict === 'waitForLimit' ? pauseLimit(failed, context, now, retries) : now;
		if (verdict !== 'unknown' && verdict !== 'cancelled') await intent?.withdraw();
		if (failed.refusal && prepared.tolerate?.(failed.refusal)) return failed.response;
		// A first try without an answer may have deleted it. That is the wanted result.
		if (afterDoubt && request.method === 'DELETE' && failed.response?.status === 404) {
			if (prepared.uncertainPath)
				throw prepared.afterDoubt ? unknownOfEarlierTry(vendor, failed) : unknownOutcome(vendor, failed);
			return { ...failed.response, body: undefined };
		}

		switch (verdict) {
			case 'waitForLimit': {
				const isCounted = now >= countedUntil;
				const isOver = resetAt - now > limits.maxWaitMs || (isCounted && retries >= limits.maxRetries);
				if (isOver) throw limited(resetAt);
				if (isCounted) retries += 1;
				// Where the vendor names no time, the limiter asks several times in a window.
				if (isCounted && requestedBy(failed, now) === undefined) countedUntil = now + limiter.windowMs;
				break;
			}
			case 'waitForVendor': {
				busySince ??= now;
				if (now + BUSY_WAIT_MS - busySince > limits.maxWaitMs) throw ended(final(vendor, failed, retries + 1));
				await sleepUntil(now + BUSY_WAIT_MS, limits.cancelled, time);
				break;
			}
			case 'backOff': {
				afterDoubt ||= !changesNothing && failed.failure?.kind !== 'undelivered';
				if (retries >= limits.maxRetries) throw ended(unavailable(vendor, failed, retries + 1));
				retries += 1;
				const asked = requestedBy(failed, now);
				const until = asked ?? now + backoffMs(retries, Math.random());
				if (until - now > limits.maxWaitMs) {
					throw ended(unavailable(vendor, failed, retries, asked === undefined ? undefined : context.clockTime(asked)));
				}
				await sleepUntil(until, limits.cancelled, time);
				break;
			}
			case 'refused':
			case 'blocked':
				afterDoubt ||= !changesNothing && failed.response !== undefined && isSeenElsewhere(failed.response.status);
				// The refusal may come from the deletion or change of an earlier try.
				if (afterDoubt && !isRepeatable(request.method)) throw unknownOutcome(vendor, failed);
				throw ended(final(vendor, failed, retries + 1));
			case 'unknown':
				throw unknownOutcome(vendor, failed);
			case 'cancelled':
				throw cancelled(vendor, { mayHaveArrived: afterDoubt || !changesNothing, repeatable });
		}
	}
}

/** Writes the intent while the request holds its place. */
async function declare(intent: Intent | undefined, limiter: Limiter): Promise<void> {
	await intent?.declare().catch((thrown: unknown) => {
		limiter.releaseUnsent();
		throw thrown;
	});
}

/** The vendor, with the request's own error texts before the vendor's. */
const wordedBy = ({ explain }: PreparedRequest, vendor: Vendor): Vendor =>
	explain ? { ...vendor, explain: (refusal) => explain(refusal) ?? vendor.explain(refusal) } : vendor;

function readFailedAttempt(exchange: Exchange, { ids }: PreparedRequest, { labels }: SendContext): FailedAttempt {
	if (!exchange.response) return { failure: exchange.failure };
	return { response: exchange.response, refusal: readRefusal(exchange.response, ids, labels?.()) };
}

const requestedBy = ({ response }: FailedAttempt, now: number): number | undefined =>
	response && requestedRetryAt(response, now);

/**
 * Holds back the requests of a limit after a refusal.
 * @returns when the refused one may be sent again: the vendor's time, otherwise the limiter's
 */
function pauseLimit(failed: FailedAttempt, { limiter }: SendContext, now: number, retries: number): number {
	// "Retry-After: 0" would use up all tries at once.
	const earliest = now + backoffMs(retries + 1, Math.random());
	const requested = requestedBy(failed, now);
	if (requested === undefined) return limiter.pauseWithoutTime(earliest);
	const until = Math.max(earliest, requested);
	limiter.pause(until);
	return until;
}

const isSuccess = ({ status }: IncomingResponse): boolean => status >= 200 && status < 300;

/** All four vendors answer in JSON. Text comes from something else, such as a proxy or a login page. */
const isJson = ({ body }: IncomingResponse): boolean => typeof body !== 'string' || body.trim() === '';

const withoutEmptyText = (response: IncomingResponse): IncomingResponse =>
	typeof response.body === 'string' ? { ...response, body: undefined } : response;

/** Invalid JSON has lost its end on the way; a proxy may turn the rest into a complete HTTP answer. */
const isCut = ({ body }: IncomingResponse): boolean => typeof body === 'string' && /^\s*[[{]/.test(body);

const wholeAnswer = (exchange: Exchange): Exchange =>
	exchange.response && isSuccess(exchange.response) && isCut(exchange.response)
		? { failure: { kind: 'doubtful', reason: 'ERR_BAD_RESPONSE' } }
		: exchange;

/** Why a success does not answer the request; undefined when it does. */
function notAsAsked(
	response: IncomingResponse,
	{ ids, repeatable }: PreparedRequest,
	vendor: Vendor,
): ItemFailure | undefined {
	const { unread } = response;
	if (unread) return unreadAnswer(vendor, { ...response, unread }, repeatable);
	if (!isJson(response)) return notJson(vendor, response.status, repeatable);
	const error = errorIn(response.body);
	return error === undefined
		? undefined
		: errorAsSuccess(vendor, readRefusal({ ...response, body: error }, ids), repeatable);
}
