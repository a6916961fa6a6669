import { z } from 'zod';

import type { OperationDescription } from '../../../shared/fields/resource';
import { jsonInBody } from '../../../shared/operations/prepare';
import { additionalBodyField, nameField } from '../../request/fields';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';

const endpoint = operationAt('workflow', 'create');

const steps = z.array(z.unknown(), { invalid_type_error: 'must be an array of steps' });

export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a workflow',
		description: 'Set up an automation of several steps, such as one agent after another',
		routing: endpoint.record({
			lookUp: 'Check with Workflow > Get Many whether it exists.',
			prepare: [jsonInBody('steps', 'Steps (JSON)', 'steps', steps), additionalBody('options')],
		}),
	},
	tool: {
		text: 'Creates an automation in KAIRO. It runs by Workflow > Run.',
		arguments: {
			steps: 'List of steps as JSON text, such as [{"agent": "agent_1"}]',
		},
	},
	fields: [
		nameField({ required: true, placeholder: 'e.g. Qualify new leads' }),
		{
			displayName: 'Steps (JSON)',
			name: 'steps',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '[]',
			description: 'The steps as a JSON array. KAIRO documents no format.',
		},
	],
	options: [additionalBodyField],
};
