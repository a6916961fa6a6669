import type { OperationDescription } from '../../../shared/fields/resource';
import { idInQuery } from '../../../shared/operations/prepare';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#agents. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an agent',
		description: 'Read the phone number and the voice assistant of one agent',
		routing: routing.get('/agents', { scope: 'agents:read', prepare: [idInQuery('agentId')] }),
	},
	tool: { text: 'Reads the phone number and settings of one agent. Changes nothing.' },
	fields: [agentLocator],
};
