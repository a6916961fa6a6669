import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { at } from '../../../shared/values/json';
import { withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { chatLocator } from '../../locators';
import { routing } from '../../vendor';
import { MAX_CUSTOM_DATA } from './row';

const notTooLong: Prepare = (apiRequest) => {
	const { length } = String(at(apiRequest.request.body, 'customData') ?? '');
	if (length <= MAX_CUSTOM_DATA) return apiRequest;
	throw invalidInput(
		`"Custom Data" has ${length} characters, but Kakiyo takes at most ${MAX_CUSTOM_DATA}`,
		'Shorten the text.',
	);
};

/** [docs prospects/update-custom-data] An empty text clears it, which must be meant. */
const meantCustomData: Prepare = (apiRequest, item) => {
	if (item.parameter('clearCustomData', false) === true) return withBody(apiRequest, { customData: '' });
	if (at(apiRequest.request.body, 'customData') !== undefined) return apiRequest;
	throw invalidInput('"Custom Data" is empty', 'Fill in "Custom Data", or turn on "Clear Custom Data" if it is to be empty.');
};

export const updateCustomData: OperationDescription = {
	option: {
		name: 'Update Custom Data',
		value: 'updateCustomData',
		action: 'Update the custom data of a prospect',
		description: 'Replace what the agent knows about one person; its next messages use the new text',
		// It replaces the whole text, so done twice it is the same as once.
		routing: routing.patch('/prospects/{chatId}/custom-data', { repeatable: true, prepare: [notTooLong, meantCustomData] }),
	},
	fields: [
		chatLocator,
		{
			displayName: 'Clear Custom Data',
			name: 'clearCustomData',
			type: 'boolean',
			default: false,
			description: 'Whether to take everything away that the agent knows about the person from here',
		},
		ofKind('message', {
			displayName: 'Custom Data',
			name: 'customData',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Up to 3,000 characters; prompts use it as {{customData}}',
			displayOptions: { show: { clearCustomData: [false] } },
			routing: { send: { type: 'body', property: 'customData' } },
		}),
	],
};
