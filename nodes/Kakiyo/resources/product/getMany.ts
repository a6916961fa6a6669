import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#products. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many products',
		description: 'List the products that campaigns offer. The dashboard calls them offerings.',
		routing: routing.getMany('/products', { page: wholeList }),
	},
	tool: { text: 'Lists the products of campaigns, with IDs. Changes nothing.' },
	fields: [],
};
