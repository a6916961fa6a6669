import { plainWords } from './plainWords';

/**
 * Why an item has no result.
 * - `input`: its own data was not valid; nothing was sent;
 * - `refused`: the vendor said no, so nothing happened there;
 * - `unavailable`: it could not be done now; trying again is harmless;
 * - `unknown`: it was sent and the answer is unclear; it may have happened, so it is never sent again;
 * - `doneBefore`: an earlier try of the execution did it, but its result is missing (lost with its process, or in
 * another Retry);
 * - `startedBefore`: an earlier try may have done it, but its process ended before it knew;
 * - `skipped`: it was not tried, because the run ended first;
 * - `heldBack`: the person must not be contacted, by a rule of the user, the vendor or the person. It does not end the
 * run. The item goes on and says why, and when the contact will be possible if that is known.
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

/** Why an item has no result. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** An earlier try left this failure; it does not end this try. */
export const isOfEarlierTry = ({ kind }: Failure): boolean => kind === 'doneBefore' || kind === 'startedBefore';

/** The item is not done in this try, but the others are. */
export const isNoEnd = (failure: Failure): boolean => isOfEarlierTry(failure) || failure.kind === 'heldBack';

/** The vendor itself refuses to contact the person: a further try would get the same answer. */
export const isHeldBackByVendor = ({ kind, status }: Failure): boolean => kind === 'heldBack' && status !== undefined;

/** The item was done, or may have been. */
export const mayHaveHappened = (failure: Failure): boolean => failure.kind === 'unknown' || isOfEarlierTry(failure);

/** The vendor has clearly done nothing for the item. */
export const isWithoutEffect = (failure: Failure): boolean =>
	!mayHaveHappened(failure) && failure.mayBeDone !== true && failure.isStarted !== true;

/** An item without a result: the problem, the remedy, and what a further try may do. */
export interface Failure {
	kind: FailureKind;
	/** The problem, in the user's words. */
	message: string;
	/** The remedy. */
	description: string;
	/** What to do with the item afterwards; left out if there is no item, as in a dropdown. */
	again?: string;
	/** A try got no clear answer, so it may have been done anyway; doing it again is harmless. */
	mayBeDone?: true;
	/** A part was done at the vendor; a further try goes on from there. */
	isStarted?: true;
	/** The run ended because the vendor refuses the account: every item gets its own error. */
	isOfAccount?: true;
	/** HTTP status, when there was one. */
	status?: number;
	/** The vendor's own code, such as `validation_error`, or the network library's. */
	code?: string;
	/** For a contact that was held back: why, and when it will be possible, in ISO 8601, if that is known. */
	held?: { reason: string; possibleAt?: string };
	/** In a dry run: the number of the request that would have carried the item. */
	plannedRequest?: number;
	/** What exists at the vendor anyway, as members of the item's `details`. Plain data. */
	made?: Record<string, string | number>;
	/** Texts of others, such as a vendor or the person in a record, that `message` and `description` quote. */
	quotes?: readonly string[];
}

/**
 * The complete remedy of a failure.
 * @param again what to do afterwards if there is no item
 */
export const remedyOf = (failure: Failure, again = failure.again): string =>
	[failure.description, failure.again && again].filter(Boolean).join(' ');

/** A failure as one text, for places that show only one. */
export const inOneText = (message: string, remedy: string): string =>
	[message.replace(/\.$/, ''), remedy].filter(Boolean).join('. ');

/** Carries a Failure from its cause to the one place that reports it. */
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

/** For data that is not valid: `message` names the field, `description` the remedy. */
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

/** For an item that was not tried because the run ended first. */
export const notSent = (): ItemFailure =>
	new ItemFailure({
		kind: 'skipped',
		message: 'Not sent: the run ended before this item',
		description: 'Nothing happened for this item. Run it again.',
	});

/** The failure for an error while the node's fields were read, such as an expression that cannot be evaluated. */
export function inputFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'input',
		message: sentence(error, 'message') || 'A field of the node could not be read',
		description: sentence(error, 'description') || 'Check the fields and expressions of the node.',
	};
}

/**
 * The failure for an error after sending began. An unexpected error counts as an unclear answer, so that nothing is
 * sent again.
 */
export function sendingFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'unknown',
		message: `The outcome is unknown: ${sentence(error, 'message') || 'the node stopped unexpectedly'}`,
		description: 'Look up the record at the vendor before you run this item again.',
	};
}

/** The same if only readings were sent: they changed nothing. */
export function readingFailure(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	return {
		kind: 'unavailable',
		message: `The answer could not be read: ${sentence(error, 'message') || 'the node stopped unexpectedly'}`,
		description: 'Nothing was changed. If it happens again, report it to the makers of this node.',
		again: 'Run the item again.',
	};
}
