import type { OperationDescription } from '../../../shared/fields/resource';
import { requestFields } from '../../apiRequest/fields';
import { requestBelow } from '../../apiRequest/request';
import { routing } from '../../vendor';

export const apiRequest: OperationDescription = {
	option: {
		name: 'API Request',
		value: 'apiRequest',
		action: 'Send an API request about analytics',
		description:
			'Read any path below /analytics, for what this node has no operation for or assumes another path for',
		routing: routing.to(requestBelow('analytics')),
	},
	fields: requestFields('analytics', 'e.g. /usage'),
};
