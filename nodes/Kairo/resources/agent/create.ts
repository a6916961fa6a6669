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
		description: 'Set up an AI agent. It is active at once.',
		routing: endpoint.record({
			lookUp: 'Check with Agent > Get Many whether it exists.',
			prepare: [listInBody('context', 'contextSources'), additionalBody('options')],
		}),
	},
	tool: {
		text: 'Creates an agent. It is active at once, but runs only by Agent > Run.',
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
			description: 'Language model. With "auto", KAIRO chooses one for each task.',
		}),
		keysField(
			{
				displayName: 'Context Sources',
				name: 'contextSources',
				placeholder: 'e.g. crm',
				description: 'Keys of the data sources for the agent',
			},
			'Add Source',
		),
	],
	options: [additionalTextsField],
};
