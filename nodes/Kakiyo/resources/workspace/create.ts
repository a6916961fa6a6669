import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { ofKind } from '../../../shared/values/reading/kind';

/** See docs/vendors/kakiyo.md#workspaces. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a workspace',
		description: 'Set up a place of its own for a client (Agency plan)',
		routing: routing.post('/workspaces'),
	},
	tool: { text: 'Creates a workspace for a client. It shows nothing and invites nobody yet.' },
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
