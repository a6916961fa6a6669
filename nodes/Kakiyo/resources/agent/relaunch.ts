import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** Not in OpenAPI, but on its own page. See docs/vendors/kakiyo.md#agents. */
export const relaunch: OperationDescription = {
	option: {
		name: 'Relaunch',
		value: 'relaunch',
		action: 'Relaunch an agent',
		description: 'Restart an ended agent. Then connect it to LinkedIn again.',
		routing: routing.post('/agents/{agentId}/relaunch'),
	},
	tool: {
		text: 'Restarts an ended agent. It contacts nobody until a person connects it to LinkedIn again.',
	},
	fields: [agentLocator],
};
