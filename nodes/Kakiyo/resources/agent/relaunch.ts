import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** Not in OpenAPI, but on a page of its own. See docs/vendors/kakiyo.md#agents. */
export const relaunch: OperationDescription = {
	option: {
		name: 'Relaunch',
		value: 'relaunch',
		action: 'Relaunch an agent',
		description: 'Bring back an agent that has ended; it must be connected to LinkedIn again',
		routing: routing.post('/agents/{agentId}/relaunch'),
	},
	tool: {
		text: 'Brings back an agent that has ended. It contacts nobody until a person has connected it to LinkedIn again.',
	},
	fields: [agentLocator],
};
