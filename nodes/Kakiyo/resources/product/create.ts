import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { ofKind } from '../../../shared/values/reading/kind';

/** See docs/vendors/kakiyo.md#products. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a product',
		description: 'Describe something that campaigns can offer, called offering in the dashboard',
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
			description: 'What it does and for whom, in at least 10 characters; the agent argues with it',
			routing: { send: { type: 'body', property: 'description' } },
		}),
	],
};
