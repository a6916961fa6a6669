import type { OperationDescription } from '../../../shared/fields/resource';
import { additionalTextsField } from '../../request/fields';
import { workflowLocator } from '../../locators';
import { operationAt } from '../../operation';
import { runFields } from '../../runs/fields';
import { running } from '../../runs/run';
import { routing } from '../../vendor';
import { namedWorkflow } from '../../named';
import { maxRunsOption } from '../../runs/options';

const endpoint = operationAt('workflow', 'run');

export const run: OperationDescription = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run a workflow',
		description: 'Start a workflow on an input, which may cost money',
		routing: routing.to(running('workflow')),
	},
	notice: endpoint.notice('Costs money, and does all that the steps do. Never started twice.'),
	tool: {
		text: 'Starts a workflow; it costs money and does all that its steps do. It does not wait: Workflow > Get Run reads the result.',
		arguments: {
			inputJson: 'Input as JSON text, such as {"lead": "Dana Reyes"}',
		},
	},
	record: namedWorkflow,
	fields: [workflowLocator, ...runFields('workflow', 'json')],
	options: [additionalTextsField],
	handling: [maxRunsOption],
};
