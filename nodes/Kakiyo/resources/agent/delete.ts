import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedAgent } from '../../namedRecords';

/** Not in OpenAPI, but on its own page. See docs/vendors/kakiyo.md#agents. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an agent with its campaigns',
		description: 'Erase an ended agent for good, with all its campaigns and their prospects',
		routing: routing.del('/agents/{agentIdToDelete}', { read: deleted }),
	},
	notice: 'Erases the agent for good, with all its campaigns and their prospects. Its status must be "ended".',
	tool: {
		text: 'Erases an ended agent for good, with all its campaigns and their people. To stop it for a while, use Agent > Pause.',
	},
	record: namedAgent,
	asksForName: true,
	fields: [forGood('Delete', agentLocator)],
};
