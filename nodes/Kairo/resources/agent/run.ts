import type { OperationDescription } from '../../../shared/fields/resource';
import { additionalTextsField } from '../../request/fields';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';
import { runFields } from '../../runs/fields';
import { running } from '../../runs/run';
import { routing } from '../../vendor';
import { namedAgent } from '../../named';
import { maxRunsOption } from '../../runs/options';

const endpoint = operationAt('agent', 'run');

export const run: OperationDescription = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run an agent',
		description: 'Have an agent work on an input, which may cost money',
		routing: routing.to(running('agent')),
	},
	notice: endpoint.notice('Costs money, and does all that the agent does. Never started twice.'),
	tool: {
		text: 'Starts an agent on a task; it costs money and does all that the agent does. It does not wait: Agent > Get Run reads the result.',
		arguments: {
			input: 'The task in words, such as Is this lead worth a call?',
		},
	},
	record: namedAgent,
	fields: [agentLocator, ...runFields('agent', 'text')],
	options: [additionalTextsField],
	handling: [maxRunsOption],
};
