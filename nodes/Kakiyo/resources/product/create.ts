import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { ofKind } from '../../../shared/values/reading/kind';

/** See docs/vendors/kakiyo.md#products. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a product',
		description: 'Describe something that campaigns can offer. The dashboard calls it an offering.',
		routing: routing.post('/products'),
	},
	tool: { text: 'Describes something that campaigns can offer. Contacts nobody.' },
	fields: [
		ofKind('spokenLine', {
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. PayFast',
			description: 'At least 3 characters',
			routing: { send: { type: 'body', property: 'name' } },
		}),
		ofKind('instructions', {
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Payroll software for teams of up to 50 people',
			description:
				'What the product does for which people: at least 10 characters. The agent uses it to convince people.',
			routing: { send: { type: 'body', property: 'description' } },
		}),
	],
};
