import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';
import { RUN_OUTPUT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('agent', 'getRuns');

export const getRuns: OperationDescription = {
	option: {
		name: 'Get Runs',
		value: 'getRuns',
		action: 'Get the runs of an agent',
		description: 'List the runs of one agent',
		routing: endpoint.list('runs', { untrusted: RUN_OUTPUT_MEMBERS }),
	},
	tool: { text: 'Lists the runs of one agent with their IDs. Starts nothing.' },
	fields: [agentLocator, queryParametersField],
};
