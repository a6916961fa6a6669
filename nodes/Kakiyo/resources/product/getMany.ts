import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#products. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many products',
		description: 'List what the campaigns offer, called offerings in the dashboard',
		routing: routing.getMany('/products', { page: wholeList }),
	},
	tool: { text: 'Lists what campaigns offer, with IDs. Changes nothing.' },
	fields: [],
};
