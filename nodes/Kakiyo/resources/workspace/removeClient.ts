import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { clientEmail } from './fields';
import { namedWorkspace } from '../../namedRecords';

/** A DELETE with a body; the email names the client (docs/vendors/kakiyo.md#c11). */
export const removeClient: OperationDescription = {
	option: {
		name: 'Remove Client',
		value: 'removeClient',
		action: 'Remove a client from a workspace',
		description: 'Take away a person’s access to the workspace',
		routing: routing.del('/workspaces/{workspaceId}/clients', { read: deleted }),
	},
	notice: 'The person can no longer see the workspace.',
	tool: {
		text: 'Takes away one person’s access to a workspace. Erases nothing.',
		arguments: {
			emailToRemove: 'Email of the person, such as client@example.com',
		},
	},
	record: namedWorkspace,
	fields: [workspaceLocator, forGood('Remove', clientEmail)],
};
