import type { OperationDescription } from '../../../shared/fields/resource';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';
import { RUN_OUTPUT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('workflow', 'getRuns');

export const getRuns: OperationDescription = {
	option: {
		name: 'Get Runs',
		value: 'getRuns',
		action: 'Get the runs of a workflow',
		description: 'List the runs of one workflow, with their results',
		routing: endpoint.list('runs', { untrusted: RUN_OUTPUT_MEMBERS }),
	},
	tool: { text: 'Lists the runs of one workflow with their IDs. Starts nothing.' },
	fields: [workflowLocator, queryParametersField],
};
