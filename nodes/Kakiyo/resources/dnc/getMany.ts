import type { OperationDescription } from '../../../shared/fields/resource';
import { dncPages } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#do-not-contact. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many do not contact entries',
		description: 'List the people on the Do Not Contact list, newest first',
		routing: routing.getMany('/dnc', { page: dncPages }),
	},
	tool: { text: 'Lists the people that no agent may contact, newest first. Changes nothing.' },
	fields: [],
};
