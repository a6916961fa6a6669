import type { INodeProperties } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { namedRecipient } from '../../namedRecords';
import { routing } from '../../vendor';
import { createAndWaitOperation } from './waiting/createAndWait';
import { DEFAULT_MINUTES } from './waiting/timeLimit';
import { callFields } from './fields';
import { contactOptions } from '../contactOptions';
import { lookAgainOption } from './lookAgainOption';

const timeLimit: INodeProperties = {
	displayName: 'Time Limit (Minutes)',
	name: 'timeLimit',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_MINUTES,
	description:
		'How long to wait for the end of the call. Then the workflow continues. If the call has not ended, its outcome is "timeLimit". Read it later with Call > Get.',
};

/** KaiCalls reports to the execution itself, so this field is left out. */
const withoutWebhookUrl = (field: INodeProperties): INodeProperties =>
	field.type === 'collection'
		? { ...field, options: field.options?.filter(({ name }) => name !== 'webhookUrl') }
		: field;

const fields = callFields.map(withoutWebhookUrl);

/** See docs/vendors/kaicalls.md#calls. */
export const createAndWait: OperationDescription = {
	option: {
		name: 'Create and Wait',
		value: 'createAndWait',
		action: 'Place a call and wait for its outcome',
		description: 'Have an agent call a real phone, and continue when the call has ended',
		routing: routing.to(createAndWaitOperation),
	},
	notice:
		'Calls a real person for every item, all at once. KaiCalls bills each call. The workflow continues when the last call has ended.',
	// An agent cannot wait for the end of a call. It has Create, and Get for the outcome.
	tool: 'notOffered',
	record: namedRecipient,
	fields: [...fields, timeLimit, simplifyField()],
	handling: [...contactOptions, lookAgainOption],
};
