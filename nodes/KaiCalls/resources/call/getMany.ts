import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { agentIn, textField } from '../../fields';
import { callPages } from '../../pages';
import { routing } from '../../vendor';

/** [seed 004] */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many calls',
		description: 'List calls, newest first',
		routing: routing.getMany('/calls', { scope: 'calls:read', page: callPages }),
	},
	fields: [
		filters([
			agentIn('query'),
			textField('query', 'status', {
				displayName: 'Status',
				name: 'status',
				placeholder: 'e.g. completed',
				description: 'KaiCalls documents queued, completed and failed, and uses others as well',
			}),
		]),
	],
};
