import type { OperationDescription } from '../../../shared/fields/resource';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { runFields } from '../../runs/fields';
import { running } from '../../runs/run';
import { routing } from '../../vendor';
import { namedAgent } from '../../named';

const endpoint = operationAt('agent', 'run');

export const run: OperationDescription = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run an agent',
		description: endpoint.describe(
			'Have an agent work on an input, which may cost money. A run is never started again after a doubtful answer',
		),
		routing: routing.to(running('agent')),
	},
	tool: {
		text: 'Starts an agent on a task; it costs money and does all that the agent does. It does not wait: Agent > Get Run reads the result.',
		arguments: {
			input: 'The task in words, such as Is this lead worth a call?',
		},
	},
	record: namedAgent,
	fields: [agentLocator, ...runFields('text')],
};
