import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedWorkspace } from '../../namedRecords';

/** See docs/vendors/kakiyo.md#workspaces. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a workspace',
		description: 'Erase the workspace of a client for good. Its agents go back to your own team.',
		routing: routing.del('/workspaces/{workspaceIdToDelete}', { read: deleted }),
	},
	notice: 'Erases the workspace for good. Its agents go back to your own team.',
	tool: { text: 'Erases the workspace of a client for good. Its agents go back to your own team.' },
	record: namedWorkspace,
	asksForName: true,
	fields: [forGood('Delete', workspaceLocator)],
};
