import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** No document names its scope. See docs/vendors/kaicalls.md#account. */
export const getBalance: OperationDescription = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get the balance of an account',
		description: 'Read the minutes used, the phone numbers and the subscription of each of your businesses',
		routing: routing.getAll('/balance', { page: wholeList('businesses') }),
	},
	tool: { text: 'Reads the minutes used, phone numbers and subscription of each business. Changes nothing.' },
	fields: [],
};
