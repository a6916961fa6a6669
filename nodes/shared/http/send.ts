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
	/** The largest answer that the user allows, in MB; what is usual when absent. */
	maxAnswerMb?: number;
	/** Hears at once that the account is refused, before anything else goes out. */
	accountRefused?: (failure: Failure) => void;
}

/** Everything one request needs on its way. */
export interface SendContext {
	vendor: Vendor;
	limiter: Limiter;
	/** The limit in words, '' when none is known. */
	limit: string;
	/** Absent for what may be done twice. */
	intent?: Intent;
	/** Counts what a run sends. */
	meter?: Meter;
	transport: (request: OutgoingRequest) => Promise<Exchange>;
	limits: RetryLimits;
	time: Time;
	/** Of the fields that the request was made of. */
	labels?: () => FieldLabels;
	/** A point in time (epoch ms) as a clock time of the user's. */
	clockTime: (epochMs: number) => string;
}

/** Hears what becomes of a request on its way. */
export interface Meter {
	/** It waits for a place. @returns how long the run had stood still by then, in ms */
	waits(): number;
	/**
	 * It waits no more, whether it goes out or not.
	 * @param limit that it waited for, in words; '' when it is the vendor's own count
	 * @param stoodStillMs what `waits` returned
	 */
	waited(limit: string, stoodStillMs: number): void;
	sent(): void;
	answered(): void;
}

/** A request with everything that decides what happens when it does not succeed. */
export interface PreparedRequest {
	request: OutgoingRequest;
	/** Whether doing it twice equals doing it once. */
	repeatable: boolean;
	/** Whether it changes nothing, as a query that is sent by POST; by its method unless said. */
	onlyReads?: boolean;
	/** An earlier try of the execution may have done it. */
	afterDoubt?: boolean;
	/** The ids it names, for the message about an unknown one. */
	ids: Refusal['ids'];
	/** Refusals that count as an answer. */
	tolerate?: (refusal: Refusal) => boolean;
	/** A 404 may mean that there is no such endpoint. */
	uncertainPath?: boolean;
	/** Its own wording for a refusal. */
	explain?: (refusal: Refusal) => Explanation | undefined;
}

/** First wait for a vendor that is busy with this very record; an import takes seconds to minutes. */
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
	let busySince: number | undefined;
	let { afterDoubt = false } = prepared;

	/** A try of it leaves no doubt; see `afterDoubt` for one that stands before a deletion. */
	const changesNothing = isReading(prepared);
	/** A failure that is no word on what an earlier try did. */
	const ended = (failed: ItemFailure) => (afterDoubt && repeatable ? leftInDoubt(failed) : failed);
	const limited = (resetAt: number) => {
		const clockTime = context.clockTime(resetAt);
		if (!afterDoubt) return limitReached(vendor, clockTime);
		return limitAfterDoubt(vendor, clockTime, repeatable);
	};

	for (;;) {
		intent?.announce();
		const stoodStillMs = meter?.waits() ?? 0;
		const admission = await limiter.acquire(limits);
		// What the vendor announces overrules the documented limit, which is not the one to name then.
		meter?.waited(limiter.hasAnnounced ? '' : limit, stoodStillMs);
		if (admission !== 'admitted') {
			// An earlier try may have done it, which is to be told then.
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
		const standing = failed.refusal && vendor.standing(failed.refusal);
		const verdict = judge(exchange, repeatable, standing);
		const now = time.now();
		const resetAt = verdict === 'waitForLimit' ? limitReset(failed, context, now, retries) : now;
		if (verdict === 'waitForLimit') limiter.pause(resetAt);
		if (verdict !== 'unknown' && verdict !== 'cancelled') await intent?.withdraw();
		if (failed.refusal && prepared.tolerate?.(failed.refusal)) return failed.response;
		// A first try that got no answer may have deleted it: gone is what was wanted.
		if (afterDoubt && request.method === 'DELETE' && failed.response?.status === 404) {
			if (prepared.uncertainPath)
				throw prepared.afterDoubt ? unknownOfEarlierTry(vendor, failed) : unknownOutcome(vendor, failed);
			return { ...failed.response, body: undefined };
		}

		switch (verdict) {
			case 'waitForLimit': {
				const isOver = resetAt - now > limits.maxWaitMs || retries >= limits.maxRetries;
				if (isOver) throw limited(resetAt);
				retries += 1;
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
				// What an earlier try deleted or changed may be what this one is refused for.
				if (afterDoubt && !isRepeatable(request.method)) throw unknownOutcome(vendor, failed);
				throw ended(final(vendor, failed, retries + 1));
			case 'unknown':
				throw unknownOutcome(vendor, failed);
			case 'cancelled':
				throw cancelled(vendor, { mayHaveArrived: afterDoubt || !changesNothing, repeatable });
		}
	}
}

/** Writes the intent while the request has its place. */
async function declare(intent: Intent | undefined, limiter: Limiter): Promise<void> {
	await intent?.declare().catch((thrown: unknown) => {
		limiter.releaseUnsent();
		throw thrown;
	});
}

/** The vendor, in whose wording the request's own comes first. */
const wordedBy = ({ explain }: PreparedRequest, vendor: Vendor): Vendor =>
	explain ? { ...vendor, explain: (refusal) => explain(refusal) ?? vendor.explain(refusal) } : vendor;

function readFailedAttempt(exchange: Exchange, { ids }: PreparedRequest, { labels }: SendContext): FailedAttempt {
	if (!exchange.response) return { failure: exchange.failure };
	return { response: exchange.response, refusal: readRefusal(exchange.response, ids, labels?.()) };
}

const requestedBy = ({ response }: FailedAttempt, now: number): number | undefined =>
	response && requestedRetryAt(response, now);

/** When a refused request may go out again: the vendor's word, else the rest of the window, else backoff. */
function limitReset(failed: FailedAttempt, context: SendContext, now: number, retries: number): number {
	const backoff = now + backoffMs(retries + 1, Math.random());
	// "Retry-After: 0" would use up all tries in no time.
	return Math.max(backoff, requestedBy(failed, now) ?? context.limiter.endOfWindow() ?? backoff);
}

const isSuccess = ({ status }: IncomingResponse): boolean => status >= 200 && status < 300;

/** All four vendors answer JSON; text means that something else answered, such as a proxy or a login page. */
const isJson = ({ body }: IncomingResponse): boolean => typeof body !== 'string' || body.trim() === '';

const withoutEmptyText = (response: IncomingResponse): IncomingResponse =>
	typeof response.body === 'string' ? { ...response, body: undefined } : response;

/** JSON that cannot be read has lost its end on the way; a proxy may make a whole HTTP answer of the rest. */
const isCut = ({ body }: IncomingResponse): boolean => typeof body === 'string' && /^\s*[[{]/.test(body);

const wholeAnswer = (exchange: Exchange): Exchange =>
	exchange.response && isSuccess(exchange.response) && isCut(exchange.response)
		? { failure: { kind: 'doubtful', reason: 'ERR_BAD_RESPONSE' } }
		: exchange;

/** Why a success is no answer to what was asked for; undefined when it is one. */
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
