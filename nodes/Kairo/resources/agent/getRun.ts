import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { runIdField } from '../../runs/fields';
import { RUN_OUTPUT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('agent', 'getRun');

export const getRun: OperationDescription = {
	option: {
		name: 'Get Run',
		value: 'getRun',
		action: 'Get a run of an agent',
		description: 'Read the status and the result of one run',
		routing: endpoint.record({ untrusted: RUN_OUTPUT_MEMBERS }),
	},
	tool: {
		text: 'Reads the status and the result of one run. Starts nothing.',
		arguments: {
			runId: 'Run ID, from Agent > Run or Agent > Get Runs',
		},
	},
	fields: [agentLocator, runIdField],
};
