import { invalidInput } from '../../../shared/contract/failure';
import { FileRow } from '../../../shared/contract/fileRow';
import type { ItemParameters } from '../../../shared/contract/operation';
import type { OperationDescription } from '../../../shared/fields/resource';
import { readId } from '../../../shared/operations/readers';
import { readNumber } from '../../../shared/values/reading/number';
import { readOption } from '../../../shared/values/reading/option';
import { callLocator } from '../../locators';
import { routing } from '../../vendor';
import { fetchRecording, type WantedRecording } from './recording';
import { stringOf } from '../../../shared/values/text';
import { DEFAULT_MAX_MEGABYTES, MOST_WAIT_S, recordingOptions, WAIT_LABEL } from './recordingOptions';

interface Plan extends WantedRecording {
	/** Name of the item's field for the file. */
	field: string;
}

function readPlan(item: ItemParameters): Plan {
	const megabytes =
		readOption(item, 'options.maxSize', 'Max Size (MB)', readNumber, { min: 0 }) ?? DEFAULT_MAX_MEGABYTES;
	if (megabytes === 0) throw invalidInput('"Max Size (MB)" must be above 0', 'Enter the largest size of a recording.');
	const field = stringOf(item.parameter('binaryPropertyName', 'data'));
	const seconds =
		readOption(item, 'options.waitForRecording', WAIT_LABEL, readNumber, { min: 0, max: MOST_WAIT_S }) ?? 0;
	const waitMs = seconds * 1_000;
	return { id: readId(item, 'callId'), field, maxBytes: megabytes * 1024 * 1024, waitMs };
}

export const getRecording: OperationDescription = {
	option: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get the recording of a call',
		description: 'Fetch the audio of a call as a file. The file host does not get the API key.',
		routing: routing.steps({
			endpoints: ['GET /calls', 'GET /recordings'],
			insteadOfFile: 'Call > Get has the summary of the call, Call > Get Transcript its words.',
			plan: readPlan,
			async perform(plan, api) {
				const { call, file } = await fetchRecording(plan, api);
				const { status = null, duration = null } = call;
				const row = { id: plan.id, status, duration, fileName: file.fileName, mimeType: file.mimeType };
				return [new FileRow(row, { [plan.field]: file })];
			},
		}),
	},
	tool: { text: 'Says whether a call has a recording. For the words, use Call > Get Transcript.' },
	fields: [
		callLocator,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		},
	],
	handling: recordingOptions,
};
