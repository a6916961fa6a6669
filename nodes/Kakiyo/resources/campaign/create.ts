import type { OperationDescription } from '../../../shared/fields/resource';
import { pairsInBody } from '../../../shared/operations/prepare';
import { agentLocator, productLocator, promptLocator } from '../../locators';
import { routing } from '../../vendor';
import { campaignName, campaignSettings } from './fields';
import { additionalFields } from '../../../shared/fields/collection';

/** See docs/vendors/kakiyo.md#campaigns. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a campaign',
		description: 'Set up outreach from an agent, a product and a prompt',
		routing: routing.post('/campaigns', {
			prepare: [pairsInBody('additionalFields.variables', 'variables')],
		}),
	},
	notice: 'The agent may start to write to real people of the campaign, unless it is created paused.',
	tool: {
		text: 'Creates a campaign. By default, its agent writes to all people who are added later.',
	},
	fields: [
		{ ...campaignName, required: true },
		{ ...agentLocator, routing: { send: { type: 'body', property: 'agentId' } } },
		{ ...productLocator, routing: { send: { type: 'body', property: 'productId' } } },
		{ ...promptLocator, routing: { send: { type: 'body', property: 'promptId' } } },
		additionalFields([
			{
				displayName: 'Prevent Auto Start',
				name: 'preventAutoStart',
				type: 'boolean',
				default: true,
				description: 'Whether the campaign starts paused, and stays paused after uploads until you resume it',
				routing: { send: { type: 'body', property: 'preventAutoStart' } },
			},
			...campaignSettings,
		]),
	],
};
