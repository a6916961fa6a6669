import { filtering } from '../../../shared/values/reading/kind';
import type { OperationDescription } from '../../../shared/fields/resource';
import { workspaceIn } from '../../fields';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#account-webhooks. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many webhooks',
		description: 'List the addresses that get the events of an account. Secrets are masked.',
		routing: routing.getMany('/webhooks', { scope: 'webhooks:read', page: wholeList('webhooks') }),
	},
	tool: { text: 'Lists the addresses that get events, with their IDs. Shows no secret.' },
	fields: [filtering(workspaceIn('query'))],
};
