import type { OperationDescription } from '../../../shared/fields/resource';
import { requestFields } from '../../apiRequest/fields';
import { requestBelow } from '../../apiRequest/request';
import { routing } from '../../vendor';

export const apiRequest: OperationDescription = {
	option: {
		name: 'API Request',
		value: 'apiRequest',
		action: 'Send an API request about agents',
		description:
			'Call any path below /agents, for what this node has no operation for or assumes another path for. POST, PATCH and DELETE change what is there.',
		routing: routing.to(requestBelow('agent')),
	},
	fields: requestFields('agent', 'e.g. /agent_01j9k8m3x/runs'),
};
