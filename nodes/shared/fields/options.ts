import type { INodeProperties } from 'n8n-workflow';

import { longestAnswerOption } from '../tool/longestOption';
import { DEFAULT_LIST_MB, MAX_ANSWER_LABEL, MOST_ANSWER_MB } from '../http/answerLimits';
import { SEND_UNFILLED, SEND_UNFILLED_LABEL } from '../values/reading/message';
import { optionsCollection } from './collection';
import { notLeftToModel } from './tool';
import {
	AT_MOST,
	AT_MOST_LABEL,
	DEFAULT_MAX_RETRIES,
	DEFAULT_MAX_WAIT_MINUTES,
	DEFAULT_SAME_AGAIN_MINUTES,
	DRY_RUN,
	DRY_RUN_LABEL,
	INCLUDE_INPUT,
	INCLUDE_INPUT_LABEL,
	INCLUDE_QUOTA,
	INCLUDE_QUOTA_LABEL,
	MAX_RETRIES_LABEL,
	MAX_WAIT_LABEL,
	MOST_A_DAY,
	MOST_RETRIES,
	MOST_SAME_AGAIN_MINUTES,
	OPTIONS_LABEL,
	SAME_AGAIN,
	SAME_AGAIN_LABEL,
	SEND_AGAIN,
	SEND_AGAIN_LABEL,
} from '../run/nodeOptions';

const COMMON: INodeProperties[] = [
	{
		displayName: AT_MOST_LABEL,
		name: AT_MOST,
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_A_DAY, numberPrecision: 0 },
		default: 20,
		description:
			'How many times a day this tool may call, write, add, create, run, change or delete something, for all persons together. Further calls do nothing and say when the next one is possible. Reading is not counted. A day begins at midnight in the time zone of the workflow.',
		displayOptions: { show: { '@tool': [true] } },
	},
	{
		displayName: INCLUDE_INPUT_LABEL,
		name: INCLUDE_INPUT,
		type: 'boolean',
		default: true,
		description:
			'Whether to add the columns of the input item to each result. If a result has a member of the same name, the column is named input_ and its name. If this is not set, only operations that map columns add them.',
		displayOptions: { hide: { '@tool': [true] } },
	},
	longestAnswerOption,
	{
		displayName: MAX_ANSWER_LABEL,
		name: 'maxAnswer',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_ANSWER_MB },
		default: DEFAULT_LIST_MB,
		description:
			'Largest answer to read, unpacked. If this is not set: 50 MB for a page of a list and 10 MB for a single record.',
	},
	{
		displayName: MAX_RETRIES_LABEL,
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_RETRIES },
		default: DEFAULT_MAX_RETRIES,
		description:
			'How often a request is tried again after a rate limit or an outage. A request that may already have been carried out is never sent again.',
	},
	{
		displayName: MAX_WAIT_LABEL,
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MAX_WAIT_MINUTES,
		description:
			'How long to wait when the service answers that there were too many requests. If its limit resets later, the item fails at once and says when.',
	},
	{
		displayName: SAME_AGAIN_LABEL,
		name: SAME_AGAIN,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_SAME_AGAIN_MINUTES },
		default: DEFAULT_SAME_AGAIN_MINUTES,
		description:
			'For how long a repeated call (same content, same person) does nothing and gets the answer of the first one, in any execution. MCP clients repeat calls that take long. 0 turns this off.',
		displayOptions: { show: { '@tool': [true] } },
	},
	{
		displayName: SEND_AGAIN_LABEL,
		name: SEND_AGAIN,
		type: 'boolean',
		default: false,
		description:
			'Whether n8n’s Retry sends items again whose outcome is unknown. Look them up at the vendor first: a person may be contacted twice. Items that are known to be done are not done again.',
	},
];

/** For the Options of operations that change something. */
export const dryRunOption: INodeProperties = {
	displayName: DRY_RUN_LABEL,
	name: DRY_RUN,
	type: 'boolean',
	default: true,
	description:
		'Whether to send no request that changes anything, and to show for each item the request that would be sent. Requests that only read are sent if the shown request depends on them. If this is on for one item, it is on for all of them.',
};

/** For the Options of operations that have a text that reaches a person. */
export const sendUnfilledOption: INodeProperties = {
	displayName: SEND_UNFILLED_LABEL,
	name: SEND_UNFILLED,
	type: 'boolean',
	default: false,
	description:
		'Whether to send a text in which a value is missing: it has "undefined", "null", "NaN" or "[object Object]" in it, a gap as in "Hi ,", or a placeholder as in "Hi [Name],"',
};

/** For the Options of a node whose vendor has such long windows that a user must plan with them. */
export const includeQuotaOption: INodeProperties = {
	displayName: INCLUDE_QUOTA_LABEL,
	name: INCLUDE_QUOTA,
	type: 'boolean',
	default: false,
	description:
		'Whether to add remainingRequests to each item: how many requests the API key has left, and when the count starts again. An item with a field of that name keeps its own.',
};

/**
 * The Options collection of a node: the options of every operation, and additional ones of some. In a tool, no model
 * fills them in: they hold limits that a misled model must not change.
 * @param extras with `displayOptions` naming their resource and operation
 */
export const optionsFields = (extras: INodeProperties[]): INodeProperties[] =>
	notLeftToModel(optionsCollection([...COMMON, ...extras]));

/**
 * How n8n compares a parameter's value: the text of an expression is smaller (`=`), an object is greater (`[object
 * Object]`).
 */
const AN_OBJECT = { _cnd: { gte: '[' } };

/**
 * For workflows that were not made in the editor: one expression instead of the collection. n8n turns it into an empty
 * collection, which would silently drop every safeguard. This field has the same name and keeps the text; for an object
 * it is hidden, so that n8n reads the collection. It must follow the collection.
 */
export const optionsByExpression: INodeProperties = {
	displayName: OPTIONS_LABEL,
	name: 'options',
	type: 'hidden',
	default: {},
	displayOptions: { hide: { '/options': [AN_OBJECT] } },
};
