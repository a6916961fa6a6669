import { invalidInput } from '../../../shared/contract/failure';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import { withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { SEND_UNFILLED, SEND_UNFILLED_LABEL } from '../../../shared/values/reading/message';
import { readOption } from '../../../shared/values/reading/option';
import type { Reader } from '../../../shared/values/reading/reading';
import { readYesNo } from '../../../shared/values/reading/yesNo';
import { conversationFields, onConversation } from '../../conversations/onConversation';
import { fitsCustomData, readCustomData, tooLong } from './customData';
import { namedConversation } from '../../namedRecords';
import { sendUnfilledOption } from '../../../shared/fields/options';

/** Same reader as Add. */
const customData: Prepare = (apiRequest, item) => {
	const { templateOf } = item;
	const sendsUnfilled = readOption(item, `options.${SEND_UNFILLED}`, SEND_UNFILLED_LABEL, readYesNo) === true;
	const read: Reader<string | undefined> = (value, reading) =>
		readCustomData(value, { ...reading, templateOf, sendsUnfilled });
	const text = readOption(item, 'customData', 'Custom Data', read);
	if (text === undefined) return apiRequest;
	if (fitsCustomData(text)) return withBody(apiRequest, { customData: text });
	throw invalidInput(`"Custom Data" ${tooLong(text)}`, 'Shorten the text.');
};

/** An empty text clears it, so that needs a switch. See docs/vendors/kakiyo.md#prospects. */
const meantCustomData: Prepare = (apiRequest, item) => {
	if (item.parameter('clearCustomData', false) === true) return withBody(apiRequest, { customData: '' });
	if (valueAt(apiRequest.request.body, 'customData') !== undefined) return apiRequest;
	throw invalidInput('"Custom Data" is empty', 'Fill in "Custom Data". To empty it, turn on "Clear Custom Data".');
};

export const updateCustomData: OperationDescription = {
	option: {
		name: 'Update Custom Data',
		value: 'updateCustomData',
		action: 'Replace the custom data of a prospect',
		description: 'Replace the custom data about one person. The agent’s next messages use the new text.',
		// It replaces the full text, so it is safe to repeat.
		routing: onConversation({
			method: 'PATCH',
			below: '/custom-data',
			repeatable: true,
			prepare: [customData, meantCustomData],
		}),
	},
	notice: 'Replaces all custom data about the person. The agent uses the new text in its next messages.',
	tool: {
		text: 'Replaces all custom data about one person. The agent’s next messages use the new text. Read Prospect > Get first.',
		arguments: {
			chatId: 'Conversation ID, from Prospect > Search',
			customData: 'The full new text, such as CFO of Acme, likes short messages',
		},
	},
	record: namedConversation,
	asksForName: true,
	fields: [
		...conversationFields,
		{
			displayName: 'Clear Custom Data',
			name: 'clearCustomData',
			type: 'boolean',
			default: false,
			description: 'Whether to remove all custom data about the person',
		},
		ofKind('own', {
			displayName: 'Custom Data',
			name: 'customData',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Up to 3,000 characters. Prompts use it as {{customData}}.',
			displayOptions: { show: { clearCustomData: [false] } },
		}),
	],
	handling: [sendUnfilledOption],
};
