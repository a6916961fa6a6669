import type { OperationDescription } from '../../../shared/fields/resource';
import { additionalTextsField } from '../../request/fields';
import { agentLocator } from '../../locators';
import { runFields } from '../../runs/fields';
import { runOperation } from '../../runs/run';
import { routing } from '../../vendor';
import { namedAgent } from '../../namedRecords';
import { maxRunsOption } from '../../runs/options';

export const run: OperationDescription = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run an agent',
		description: 'Start an agent on a task. This may cost money.',
		routing: routing.to(runOperation('agent')),
	},
	notice: 'Costs money, and the agent does its real work. The node never starts a run twice.',
	tool: {
		text: 'Starts an agent on a task. Costs money, and the agent does its real work. Does not wait: read the result with Agent > Get Run.',
		arguments: {
			input: 'The task in words, such as Is this lead worth a call?',
		},
	},
	record: namedAgent,
	fields: [agentLocator, ...runFields('agent', 'text')],
	options: [additionalTextsField],
	handling: [maxRunsOption],
};
