import type { OperationDescription } from '../../../shared/fields/resource';
import { listInBody } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { clientEmail } from './fields';
import { namedWorkspace } from '../../namedRecords';
import { additionalFields } from '../../../shared/fields/collection';

/** See docs/vendors/kakiyo.md#workspaces. */
export const inviteClient: OperationDescription = {
	option: {
		name: 'Invite Client',
		value: 'inviteClient',
		action: 'Invite a client to a workspace',
		description: 'Send a person an email with access to the workspace',
		routing: routing.post('/workspaces/{workspaceId}/invite', {
			once: true,
			reaches: ['email'],
			prepare: [listInBody('roles', 'additionalFields.roles')],
		}),
	},
	notice: 'Emails the person access to everything in the workspace.',
	tool: {
		text: 'Emails a real person access to everything in a workspace.',
		arguments: {
			email: 'Email of the person, such as client@example.com',
		},
	},
	record: namedWorkspace,
	fields: [
		workspaceLocator,
		clientEmail,
		additionalFields([
			ofKind('url', {
				displayName: 'Redirect URL',
				name: 'redirectUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/welcome',
				description: 'Target of the link in the email',
				routing: { send: { type: 'body', property: 'redirectUrl' } },
			}),
			ofKind('list', {
				displayName: 'Roles',
				name: 'roles',
				type: 'string',
				default: 'member',
				placeholder: 'e.g. member',
				description: 'Comma-separated list of roles for the person',
			}),
		]),
	],
};
