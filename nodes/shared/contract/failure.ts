import { plainWords } from './plainWords';

/**
 * Why an item has no result.
 * - `input`: its own data was not fit to send; nothing was sent;
 * - `refused`: the vendor said no, so nothing happened there;
 * - `unavailable`: it could not be done now; trying again is harmless;
 * - `unknown`: it was sent and the answer is doubtful; it may have happened, so it is never sent again;
 * - `doneBefore`: an earlier try of the execution did it, but its result is not at hand (lost with its process, or in another Retry);
 * - `startedBefore`: an earlier try may have done it, but its process ended before it could know;
 * - `skipped`: it was not tried, because the run ended before its turn;
 * - `heldBack`: the person is not to be contacted, by a rule of the user's, the vendor's or the person's own. It ends nothing, and goes on as an item that says why, and when it will be possible if that is known.
 */
export const FAILURE_KINDS = [
	'heldBack',
	'input',
	'refused',
	'unavailable',
	'unknown',
	'doneBefore',
	'startedBefore',
	'skipped',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What an earlier try has left; it does not end this one. */
export const isOfEarlierTry = ({ kind }: Failure): boolean => kind === 'doneBefore' || kind === 'startedBefore';

/** It says no more than that the item is not done in this try, and the others are. */
export const isNoEnd = (failure: Failure): boolean => isOfEarlierTry(failure) || failure.kind === 'heldBack';

/** The vendor's own no to reaching a person: a further try would hear the same. */
export const isHeldBackByVendor = ({ kind, status }: Failure): boolean => kind === 'heldBack' && status !== undefined;

/** The item was carried out, or may have been. */
export const mayHaveHappened = (failure: Failure): boolean => failure.kind === 'unknown' || isOfEarlierTry(failure);

/** The vendor has clearly done nothing for the item. */
export const isWithoutEffect = (failure: Failure): boolean =>
	!mayHaveHappened(failure) && failure.mayBeDone !== true && failure.isStarted !== true;

export interface Failure {
	kind: FailureKind;
	/** What happened, in the user's words. */
	message: string;
	/** What to do about it. */
	description: string;
	/** And then with the item; where no item was asked for, as in a dropdown, it does not hold. */
	again?: string;
	/** A try got no clear answer, so it may have been done all the same; to do it again is harmless. */
	mayBeDone?: true;
	/** Something of it is there at the vendor; a further try goes on from that. */
	isStarted?: true;
	/** The run ended because the vendor refuses the account: every item is told for itself. */
	isOfAccount?: true;
	/** HTTP status, when there was one. */
	status?: number;
	/** The vendor's own code, such as `validation_error`, or the network library's. */
	code?: string;
	/** Of what was held back: why, and when it will be possible, in ISO 8601, if that is known. */
	held?: { reason: string; possibleAt?: string };
	/** Of a dry run: the number of the request that would have carried the item. */
	plannedRequest?: number;
	/** What exists at the vendor all the same, as members of the item's `details`. Plain data. */
	made?: Record<string, string | number>;
	/** What others have written, such as a vendor or whoever a record is about, as `message` and `description` quote it. */
	quotes?: readonly string[];
}

/**
 * All that is to be done about a failure.
 * @param again what to do then where no item was asked for
 */
export const remedyOf = (failure: Failure, again = failure.again): string =>
	[failure.description, failure.again && again].filter(Boolean).join(' ');

/** A failure in one text, for where there is no second one. */
export const inOneText = (message: string, remedy: string): string =>
	[message.replace(/\.$/, ''), remedy].filter(Boolean).join('. ');

/** Carries a Failure from where it is found to the one place that reports it. */
export class ItemFailure extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		const message = plainWords(failure.message);
		super(message);
		this.name = 'ItemFailure';
		const { description, quotes } = failure;
		this.failure = {
			...failure,
			message,
			description: plainWords(description),
			...(quotes && { quotes: quotes.map(plainWords) }),
		};
	}
}

/** For data that is not fit to send: `message` names the field, `description` the remedy. */
export function invalidInput(message: string, description: string): ItemFailure {
	return new ItemFailure({ kind: 'input', message, description });
}

/** For a field that must be filled in. */
export const emptyField = (label: string): ItemFailure =>
	invalidInput(`"${label}" is empty`, `Enter a value for "${label}", or choose one where there is a list.`);

function sentence(error: unknown, member: 'message' | 'description'): string {
	if (typeof error !== 'object' || error === null || !(member in error)) return '';
	const value: unknown = Reflect.get(error, member);
	return typeof value === 'string' ? plainWords(value) : '';
}

/** For an item whose run ended before its turn. */
export const notSent = (): ItemFailure =>
	new ItemFailure({
		kind: 'skipped',
		message: 'Not sent: the run ended before this item',
		description: 'Nothing happened for this item. Run it again.',
	});

/** What was thrown while the node's fields were read, such as an expression that does not resolve. */
export function inputFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'input',
		message: sentence(error, 'message') || 'A field of the node could not be read',
		description: sentence(error, 'description') || 'Check the fields and expressions of the node.',
	};
}

/** What was thrown after sending began. Anything unforeseen counts as doubtful, so that it is not sent again. */
export function sendingFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'unknown',
		message: `The outcome is unknown: ${sentence(error, 'message') || 'the node stopped unexpectedly'}`,
		description: 'Look up the record at the vendor before you run this item again.',
	};
}

/** The same, where nothing but readings was sent: whatever happened, it changed nothing. */
export function readingFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'unavailable',
		message: `The answer could not be read: ${sentence(error, 'message') || 'the node stopped unexpectedly'}`,
		description: 'Nothing was changed. If it happens again, report it to the makers of this node.',
		again: 'Run the item again.',
	};
}
