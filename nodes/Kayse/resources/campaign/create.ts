import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { asItem } from '../../../shared/values/rows';
import { ofKind } from '../../../shared/values/reading/kind';
import { caseListLocator } from '../../locators';
import { routing } from '../../vendor';
import { campaignBody, campaignWarnings } from './body';
import { furtherFields, OPTIONAL_FIELDS } from './fields';
import { withTimesOfDay } from './hours';

/** See docs/vendors/kayse.md#campaigns. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a campaign',
		description: 'Let an AI agent call all clients of a case list: real people',
		routing: routing.batch<Record<string, unknown>, Record<string, never>>({
			endpoints: ['POST /campaigns'],
			max: 1,
			lookUp: 'Check with Campaign > Get Many whether it exists.',
			target: () => ({}),
			row: campaignBody,
			warnings: campaignWarnings,
			reaches: ({ name }) => name,
			keyOf: (body) => JSON.stringify(body),
			request: (_, [body]) => ({ request: { method: 'POST', path: '/campaigns', query: {}, body } }),
			results: ({ body }) => [{ row: withTimesOfDay(asItem(body)) }],
		}),
	},
	notice: 'Calls all clients of the case list, and texts them if you choose so. It cannot be undone.',
	tool: {
		text: 'Lets an AI agent call all clients of a case list: many real people. It cannot be undone.',
		arguments: {
			agentId: 'Agent ID of Kayse, from Campaign > Get Many',
		},
	},
	fields: [
		ofKind('spokenLine', {
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Spring intake',
		}),
		ofKind('id', {
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. abc_123123',
			description: 'ID of the calling AI agent, from Kayse. The API has no list of agents.',
		}),
		{ ...caseListLocator, description: 'The agent calls the clients of its cases' },
		{
			displayName: 'Send SMS Before Call',
			name: 'sendSmsBeforeCall',
			type: 'boolean',
			default: false,
			description: 'Whether to text each person before the call',
		},
		ofKind('messageTemplate', {
			displayName: 'SMS Before Call Text',
			name: 'smsBeforeCallText',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. We will call you shortly about your case.',
			displayOptions: { show: { sendSmsBeforeCall: [true] } },
		}),
		additionalFields([...OPTIONAL_FIELDS.map(({ property }) => property), furtherFields]),
	],
};
