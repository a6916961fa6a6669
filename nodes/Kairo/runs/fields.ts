import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { withBody } from '../../shared/operations/prepare';
import type { Prepare } from '../../shared/operations/single';
import { readJson } from '../../shared/operations/readers';
import { ofKind } from '../../shared/values/reading/kind';
import { stringOf } from '../../shared/values/text';
import type { Runner } from './getRunRequest';

const AS_JSON = 'json';
const AS_TEXT = 'text';

const DEFAULT_MINUTES = 10;

/** Different names, because the defaults differ: text for an agent, JSON for a workflow. */
const inputTypeOf = (runner: Runner): string => `${runner}InputType`;

/** The input of a run, and whether to wait for its end. */
export const runFields = (runner: Runner, inputType: typeof AS_JSON | typeof AS_TEXT): INodeProperties[] => [
	{
		displayName: 'Input Type',
		name: inputTypeOf(runner),
		type: 'options',
		options: [
			{ name: 'JSON', value: AS_JSON },
			{ name: 'Text', value: AS_TEXT },
		],
		default: inputType,
	},
	ofKind('briefing', {
		displayName: 'Input',
		name: 'input',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Is this lead worth a call?',
		description: 'Task or data for the run',
		displayOptions: { show: { [inputTypeOf(runner)]: [AS_TEXT] } },
	}),
	ofKind('taskJson', {
		displayName: 'Input (JSON)',
		name: 'inputJson',
		type: 'json',
		typeOptions: { rows: 4 },
		required: true,
		default: '{}',
		description: 'Task or data for the run, as JSON',
		displayOptions: { show: { [inputTypeOf(runner)]: [AS_JSON] } },
	}),
	{
		displayName: 'Wait for Run',
		name: 'waitForRun',
		type: 'boolean',
		default: false,
		description: 'Whether to wait for the end of the run. A failed run is a normal result: check its status.',
	},
	{
		displayName: 'Time Limit (Minutes)',
		name: 'timeLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: DEFAULT_MINUTES,
		description:
			'How long to wait. Then the item continues with the last known state of the run and the outcome "timeLimit".',
		displayOptions: { show: { waitForRun: [true] } },
	},
];

/** Adds the input of the visible field to the body. @throws ItemFailure if it is empty or not valid JSON */
export const runInput =
	(runner: Runner): Prepare =>
	(apiRequest, item) =>
		withBody(apiRequest, {
			input:
				item.parameter(inputTypeOf(runner), AS_TEXT) === AS_JSON
					? readJson(item.parameter('inputJson'), 'Input (JSON)', z.unknown())
					: item.parameter('input'),
		});

/** How long to wait for the end of a run, in milliseconds; undefined if the user does not want to wait. @throws ItemFailure if the time is not above 0 */
export function readTimeLimit(item: ItemParameters): number | undefined {
	if (item.parameter('waitForRun', false) !== true) return undefined;
	const minutes = item.parameter('timeLimit', DEFAULT_MINUTES);
	if (typeof minutes === 'number' && minutes > 0) return minutes * 60_000;
	throw invalidInput(
		`"Time Limit (Minutes)" must be above 0 (got ${stringOf(minutes)})`,
		'Enter the minutes to wait for the end of the run.',
	);
}

/** The run to read. */
export const runIdField: INodeProperties = ofKind('id', {
	displayName: 'Run ID',
	name: 'runId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. run_01j9k8m3x',
	description: 'From the result of Run',
});
