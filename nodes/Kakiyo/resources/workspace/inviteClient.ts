import type { OperationDescription } from '../../../shared/fields/resource';
import { listInBody } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { clientEmail } from './fields';
import { namedWorkspace } from '../../named';
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
	notice: 'Emails the person a way into the workspace, with all that is in it.',
	tool: {
		text: 'Sends a real person an email that lets them into a workspace, with all that is in it.',
		arguments: {
			email: 'Address of the person, such as client@example.com',
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
				description: 'Where the link in the email leads',
				routing: { send: { type: 'body', property: 'redirectUrl' } },
			}),
			ofKind('list', {
				displayName: 'Roles',
				name: 'roles',
				type: 'string',
				default: 'member',
				placeholder: 'e.g. member',
				description: 'Comma-separated list of the roles that the person gets',
			}),
		]),
	],
};
