import type { OperationDescription } from '../../../shared/fields/resource';
import { requestFields } from '../../apiRequest/fields';
import { requestBelow } from '../../apiRequest/request';
import { routing } from '../../vendor';

export const apiRequest: OperationDescription = {
	option: {
		name: 'API Request',
		value: 'apiRequest',
		action: 'Send an API request about context',
		description:
			'Call any path below /context, for what this node has no operation for or assumes another path for. POST and PATCH change what is there.',
		routing: routing.to(requestBelow('context')),
	},
	fields: requestFields('context', 'e.g. /sources/crm/documents'),
};
