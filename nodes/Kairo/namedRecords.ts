import { isOfId, type NamedRecord } from '../shared/operations/onlyIfName';
import { recordRows } from './answers/records';
import { endpointOf } from './endpoints';

const namesIn = (body: unknown, id: string): unknown[] =>
	recordRows(body)
		.filter((row) => isOfId(row, id))
		.map(({ name }) => name);

/** How to check the name of an agent. */
export const namedAgent: NamedRecord = {
	parameter: 'agentId',
	noun: 'agent',
	read: { path: (id) => endpointOf('agent', 'get').path.replace('{agentId}', id), namesIn },
};

/** How to check the name of a workflow. */
export const namedWorkflow: NamedRecord = {
	parameter: 'workflowId',
	noun: 'workflow',
	read: { path: (id) => endpointOf('workflow', 'get').path.replace('{workflowId}', id), namesIn },
};
