import type { OperationDescription } from '../../../shared/fields/resource';
import { asItem } from '../../../shared/values/rows';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';
import { withDayNames } from './workingHours';

/** See docs/vendors/kakiyo.md#agents. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many agents',
		description: 'List the LinkedIn accounts that Kakiyo runs, with their status and alerts',
		routing: routing.getMany('/agents', { page: wholeList, read: (row) => withDayNames(asItem(row)) }),
	},
	tool: { text: 'Lists agents (LinkedIn accounts) with their IDs and status. Changes nothing.' },
	fields: [],
};
