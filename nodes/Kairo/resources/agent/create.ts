import type { OperationDescription } from '../../../shared/fields/resource';
import { listInBody } from '../../../shared/operations/prepare';
import { additionalTextsField, keysField, nameField, textIn } from '../../request/fields';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';

const endpoint = operationAt('agent', 'create');

/** See docs/vendors/kairo.md#agents. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an agent',
		description: 'Set up an AI agent, which is active at once',
		routing: endpoint.record({
			lookUp: 'Agent > Get Many shows whether it is there.',
			prepare: [listInBody('context', 'contextSources'), additionalBody('options')],
		}),
	},
	notice: endpoint.notice(),
	tool: {
		text: 'Creates an agent, which is active at once. It runs only when Agent > Run is called.',
		arguments: {
			model: 'Model, or auto',
			contextSources: 'Source key, from Context > Get Sources, or empty',
		},
	},
	fields: [
		nameField({ required: true, placeholder: 'e.g. Lead Qualifier' }),
		textIn('body', 'model', {
			displayName: 'Model',
			name: 'model',
			default: 'auto',
			description: 'Language model; with "auto", KAIRO chooses one for each task',
		}),
		keysField(
			{
				displayName: 'Context Sources',
				name: 'contextSources',
				placeholder: 'e.g. crm',
				description: 'Keys of the data sources that the agent may draw on',
			},
			'Add Source',
		),
	],
	options: [additionalTextsField],
};
