import type { OperationDescription } from '../../../shared/fields/resource';
import { additionalTextsField } from '../../request/fields';
import { workflowLocator } from '../../locators';
import { runFields } from '../../runs/fields';
import { runOperation } from '../../runs/run';
import { routing } from '../../vendor';
import { namedWorkflow } from '../../namedRecords';
import { maxRunsOption } from '../../runs/options';

export const run: OperationDescription = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run a workflow',
		description: 'Start a workflow on an input. This may cost money.',
		routing: routing.to(runOperation('workflow')),
	},
	notice: 'Costs money, and the steps do their real work. The node never starts a run twice.',
	tool: {
		text: 'Starts a workflow. Costs money, and its steps do their real work. Does not wait: read the result with Workflow > Get Run.',
		arguments: {
			inputJson: 'Input as JSON text, such as {"lead": "Dana Reyes"}',
		},
	},
	record: namedWorkflow,
	fields: [workflowLocator, ...runFields('workflow', 'json')],
	options: [additionalTextsField],
	handling: [maxRunsOption],
};
