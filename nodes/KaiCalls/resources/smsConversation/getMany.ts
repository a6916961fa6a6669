import type { OperationDescription } from '../../../shared/fields/resource';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';

/** No document names a second page after the first 100 rows. See docs/vendors/kaicalls.md#sms. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many SMS conversations',
		description: 'List the SMS conversations of agents, latest first. KaiCalls returns at most 100.',
		routing: routing.getMany('/sms/conversations', { scope: 'sms:read', page: firstPage('conversations') }),
	},
	tool: { text: 'Lists SMS conversations with their IDs, latest first. Texts nobody.' },
	fields: [],
};
