import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#phone-numbers. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many phone numbers',
		description: 'List the numbers of all your businesses, with their agents',
		routing: routing.getMany('/numbers', { scope: 'numbers:read', page: wholeList('numbers') }),
	},
	tool: { text: 'Lists the phone numbers of the account and their agents. Changes nothing.' },
	fields: [],
};
