import type { OperationDescription } from '../../../shared/fields/resource';
import { requestFields } from '../../apiRequest/fields';
import { requestBelow } from '../../apiRequest/request';
import { routing } from '../../vendor';

export const apiRequest: OperationDescription = {
	option: {
		name: 'API Request',
		value: 'apiRequest',
		action: 'Send an API request about workflows',
		description:
			'Call any path below /workflows, for what this node has no operation for or assumes another path for. POST, PUT and DELETE change what is there.',
		routing: routing.to(requestBelow('workflow')),
	},
	fields: requestFields('workflow', 'e.g. /wf_01j9k8m3x/runs'),
};
