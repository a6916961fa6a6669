import type { OperationDescription } from '../../../shared/fields/resource';
import { toRemove } from '../../../shared/fields/toRemove';
import { deleted } from '../../../shared/operations/deleted';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { namedAgent } from '../../named';

/** Not in OpenAPI, but on a page of its own. See docs/vendors/kakiyo.md#agents. */
export const remove: OperationDescription = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an agent with its campaigns',
		description: 'Erase an agent that has ended for good, together with all its campaigns and their prospects',
		routing: routing.del('/agents/{agentIdToDelete}', { read: deleted }),
	},
	notice: 'Erases the agent for good, with all its campaigns and their prospects. It must have ended before.',
	tool: {
		text: 'Erases an agent for good, with all its campaigns and their people. It must have ended before. To stop it for a while, use Agent > Pause.',
	},
	record: namedAgent,
	asksForName: true,
	fields: [toRemove('Delete', agentLocator)],
};
