import type { ItemParameters } from '../contract/operation';
import type { RetryLimits } from '../http/send';
import { MAX_ANSWER_LABEL, MOST_ANSWER_MB } from '../http/answerLimits';
import { valueAt } from '../values/json';
import { isNothing } from '../values/reading/nothing';
import { readNumber, readWholeNumber } from '../values/reading/number';
import { readOption } from '../values/reading/option';
import { addedButEmpty, type Reading } from '../values/reading/reading';
import { readYesNo } from '../values/reading/yesNo';

/** Defaults of the node's options. */
export const DEFAULT_MAX_RETRIES = 5;
/** The largest value of Max Retries. */
export const MOST_RETRIES = 20;
/** How long the node waits for a limit or a vendor, unless Max Wait says otherwise. */
export const DEFAULT_MAX_WAIT_MINUTES = 5;

/** The name of the collection that has all options. */
export const OPTIONS = 'options';
/** The label that the user sees on that collection. */
export const OPTIONS_LABEL = 'Options';

/** Name of the option that adds the remaining requests to each item. */
export const INCLUDE_QUOTA = 'includeQuota';

/** The option that adds the columns of the input to the output, and its label. */
export const INCLUDE_INPUT = 'includeInput';
/** How the user knows that option. */
export const INCLUDE_INPUT_LABEL = 'Include Input Fields';

/** The option that sends again what may have been done, and its label. */
export const SEND_AGAIN = 'sendAgain';
/** How the user knows that option. */
export const SEND_AGAIN_LABEL = 'Send Again What May Have Been Sent';

/** For tools: how long an equal call is not repeated. */
export const SAME_AGAIN = 'sameAgainAfter';
/** How the user knows that option. */
export const SAME_AGAIN_LABEL = 'Same Again After (Minutes)';
/** For how long an equal call is not repeated, unless the option says otherwise. */
export const DEFAULT_SAME_AGAIN_MINUTES = 60;
/** A store without times can still tell the minutes of this period. */
export const MOST_SAME_AGAIN_MINUTES = 24 * 60;

/** For tools: the number of changes per day. */
export const AT_MOST = 'atMostPerDay';
/** How the user knows that option. */
export const AT_MOST_LABEL = 'At Most per Day';
/** The largest value of that option. */
export const MOST_A_DAY = 1_000;

/** The option that shows requests in place of sending them, and how the user knows it. */
export const DRY_RUN = 'dryRun';
/** How the user knows that option. */
export const DRY_RUN_LABEL = 'Dry Run';

/** How many changes a tool may make in a day. */
export interface DayLimit {
	most: number;
	/** The time zone in which a day begins. */
	timeZone: string;
}

/** The values of the Options collection for an item, for every operation. */
export interface NodeOptions extends Pick<RetryLimits, 'maxRetries' | 'maxWaitMs' | 'maxAnswerMb'> {
	includeQuota: boolean;
	/** undefined for the operation's own default. */
	includeInput?: boolean;
	/** Do again what an earlier execution has left unknown or lost. */
	sendAgain: boolean;
	/** Show what would be sent. */
	dryRun: boolean;
	/** How long a model's equal call does nothing; 0 for no time. */
	sameAgainAfterMs: number;
	/** How often a model may do something that must not happen twice; undefined for no limit. */
	atMostPerDay?: DayLimit;
}

/** The option for further tries of a request. */
export const MAX_RETRIES_LABEL = 'Max Retries';
/** The option for the longest wait for a limit or a vendor. */
export const MAX_WAIT_LABEL = 'Max Wait (Minutes)';
/** The option that adds the remaining requests to each item. */
export const INCLUDE_QUOTA_LABEL = 'Include Remaining Requests';

/**
 * An empty option has its default.
 * @throws ItemFailure naming the option that is not valid
 */
export function readNodeOptions(item: ItemParameters): NodeOptions {
	const maxRetries = readOption(item, 'options.maxRetries', MAX_RETRIES_LABEL, readWholeNumber, {
		min: 0,
		max: MOST_RETRIES,
	});
	const maxWait = readOption(item, 'options.maxWait', MAX_WAIT_LABEL, readNumber, { min: 0 });
	const maxAnswerMb = readOption(item, 'options.maxAnswer', MAX_ANSWER_LABEL, readNumber, {
		min: 1,
		max: MOST_ANSWER_MB,
	});
	const sameAgain = readOption(item, `options.${SAME_AGAIN}`, SAME_AGAIN_LABEL, readNumber, {
		min: 0,
		max: MOST_SAME_AGAIN_MINUTES,
	});
	const most = readOption(item, `options.${AT_MOST}`, AT_MOST_LABEL, readWholeNumber, { min: 1, max: MOST_A_DAY });
	const includeInput = readOption(item, `options.${INCLUDE_INPUT}`, INCLUDE_INPUT_LABEL, readYesNo);
	if (most === undefined && item.isExpression(`options.${AT_MOST}`)) {
		throw addedButEmpty({ displayName: AT_MOST_LABEL }, 'the model could continue without limit');
	}
	const dryRun = readOption(item, `options.${DRY_RUN}`, DRY_RUN_LABEL, readYesNo);
	if (dryRun === undefined && item.isExpression(`options.${DRY_RUN}`)) {
		throw addedButEmpty({ displayName: DRY_RUN_LABEL }, 'the item could be sent by mistake');
	}
	return {
		dryRun: dryRun === true,
		...(most !== undefined && { atMostPerDay: { most, timeZone: item.timeZone } }),
		...(includeInput !== undefined && { includeInput }),
		...(maxAnswerMb !== undefined && { maxAnswerMb }),
		maxRetries: maxRetries ?? DEFAULT_MAX_RETRIES,
		maxWaitMs: (maxWait ?? DEFAULT_MAX_WAIT_MINUTES) * 60_000,
		includeQuota: readOption(item, `options.${INCLUDE_QUOTA}`, INCLUDE_QUOTA_LABEL, readYesNo) === true,
		sendAgain: readOption(item, `options.${SEND_AGAIN}`, SEND_AGAIN_LABEL, readYesNo) === true,
		sameAgainAfterMs: (sameAgain ?? DEFAULT_SAME_AGAIN_MINUTES) * 60_000,
	};
}

/** n8n's Request Options > Batching: how many items to perform before each pause. */
export interface Spacing {
	items: number;
	pauseMs: number;
}

/** n8n's defaults, for a field that was added and left empty. */
const DEFAULT_SIZE = 50;
const DEFAULT_PAUSE_MS = 1_000;

function readBatching(
	batch: unknown,
	name: string,
	filled: number,
	reading: Omit<Reading, 'timeZone'>,
): number | undefined {
	const value = valueAt(batch, name);
	if (value === undefined) return undefined;
	return isNothing(value) && !Number.isNaN(value) ? filled : readWholeNumber(value, { ...reading, timeZone: '' });
}

/**
 * @returns undefined when the user wants no pauses
 * @throws ItemFailure naming the field that is not valid: without pauses, too many requests would leave at once
 */
export function readSpacing(requestOptions: unknown): Spacing | undefined {
	const batch = valueAt(requestOptions, 'batching', 'batch');
	const size = readBatching(batch, 'batchSize', DEFAULT_SIZE, { label: 'Items per Batch', min: -1 }) ?? -1;
	const pauseMs = readBatching(batch, 'batchInterval', DEFAULT_PAUSE_MS, { label: 'Batch Interval (Ms)', min: 0 }) ?? 0;
	return size >= 0 && pauseMs > 0 ? { items: Math.max(1, size), pauseMs } : undefined;
}
