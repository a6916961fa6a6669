import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#webhooks. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many webhooks',
		description: 'List the addresses that get events, with their delivery counts. Shows no secrets.',
		routing: routing.getMany('/webhooks', { page: wholeList }),
	},
	tool: { text: 'Lists the addresses that get events, with their IDs. Shows no secret.' },
	fields: [],
};
