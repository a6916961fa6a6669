import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { ofKind } from '../../../shared/values/reading/kind';

/** See docs/vendors/kakiyo.md#workspaces. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a workspace',
		description: 'Make a separate workspace for a client (Agency plan)',
		routing: routing.post('/workspaces'),
	},
	tool: { text: 'Creates an empty workspace for a client. Invites nobody.' },
	fields: [
		ofKind('spokenLine', {
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Acme',
			routing: { send: { type: 'body', property: 'name' } },
		}),
	],
};
