import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kayse.md#metadata. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many metadata objects',
		description: 'List the kinds of records of the API, with their present fields',
		routing: routing.getMany('/metadata/objects', { page: wholeList }),
	},
	tool: { text: 'Lists kinds of records with their fields. Changes nothing.' },
	fields: [],
};
