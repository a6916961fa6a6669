import type { Failure } from '../contract/failure';
import { SAME_AGAIN_LABEL } from './nodeOptions';

/** The result of a tool's earlier call, for a model that makes the same call again. */
export interface EarlierEqualCall {
	vendorName: string;
	/** Clock times for the user: the time of the earlier call, and the time from which an equal call works again. */
	at: string;
	from: string;
}

const howAgain = ({ from }: EarlierEqualCall): string =>
	`Another content, another person, and the same from ${from} on go through. If the user wants exactly the same before that, the user can set "${SAME_AGAIN_LABEL}" of this tool to 0.`;

/** Is added to the first call's answer. */
export const notedAsSame = (before: EarlierEqualCall): string =>
	`Not done again: this is the answer to an equal call of this tool at ${before.at}. ${howAgain(before)}`;

/** Is added to the answer of a call that reached the same person with other words. */
export const notedAsOtherWords = (before: EarlierEqualCall): string =>
	`Not done again: this is the answer to a call of this tool at ${before.at}, which did it for the same person with other words. The words of this call were not used. ${howAgain(before)}`;

/** The same was done, and its answer is lost. */
export const sameDone = (before: EarlierEqualCall): Failure => ({
	kind: 'doneBefore',
	message: `An equal call of this tool did this at ${before.at}. ${howAgain(before)}`,
	description: `Look it up in ${before.vendorName} if you need its result.`,
});

/** The same was sent, and the outcome is unknown. */
export const sameStarted = (before: EarlierEqualCall): Failure => ({
	kind: 'startedBefore',
	message: `The outcome is unknown: an equal call of this tool sent this at ${before.at}, or was about to. ${howAgain(before)}`,
	description: `Look it up in ${before.vendorName} first.`,
});

/** The same is being done now. */
export const sameUnderWay = (before: EarlierEqualCall): Failure => ({
	kind: 'startedBefore',
	message: `An equal call of this tool started at ${before.at} and has not ended yet`,
	description: `Look it up in ${before.vendorName} first.`,
});
