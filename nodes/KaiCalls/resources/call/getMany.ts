import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { withQuery } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { asItem } from '../../../shared/values/rows';
import { endedCall } from '../../ending/ending';
import { agentIn, createdFilters, textField } from '../../fields';
import { callPages } from '../../pages';
import { routing } from '../../vendor';

/**
 * The list starts with the newest call, and `after` continues with older ones. So it sets the start to Created Before
 * (docs/vendors/kaicalls.md#paging).
 */
const fromBefore: Prepare = (apiRequest, item) =>
	withQuery(apiRequest, { after: item.parameter('filters.createdBefore', '') || undefined });

/** See docs/vendors/kaicalls.md#calls. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many calls',
		description: 'List calls, newest first',
		routing: routing.getMany('/calls', {
			scope: 'calls:read',
			page: callPages,
			created: 'created_at',
			prepare: [fromBefore],
			read: (row) => endedCall(asItem(row)),
		}),
	},
	tool: {
		text: 'Lists calls, newest first, with their IDs and outcomes. Calls nobody.',
		arguments: {
			'filters.agentId': 'Agent ID, from Agent > Get Many, or empty for all',
			'filters.status': 'Such as completed, or empty',
			'filters.createdAfter': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			agentIn('query'),
			...createdFilters,
			textField('query', 'status', {
				displayName: 'Status',
				name: 'status',
				placeholder: 'e.g. completed',
				description: 'KaiCalls documents queued, completed and failed, and also uses others',
			}),
		]),
	],
};
