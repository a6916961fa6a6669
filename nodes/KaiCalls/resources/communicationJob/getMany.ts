import { filters } from '../../../shared/fields/collection';
import { optionalLocator } from '../../../shared/fields/locator';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { textField } from '../../fields';
import { communicationRunLocator } from '../../locators';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';

/** No document names a second page. See docs/vendors/kaicalls.md#communication-runs. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many communication jobs',
		description: 'List the single calls and texts of runs. KaiCalls returns at most 100.',
		routing: routing.getMany('/communication-jobs', { scope: 'communication-runs:read', page: firstPage('jobs') }),
	},
	tool: {
		text: 'Lists the single calls and texts of bulk outreach. Contacts nobody.',
		arguments: {
			'filters.communicationRunId': 'Run ID, from Communication Run > Get Many, or empty',
			'filters.status': 'Such as pending, or empty',
		},
	},
	fields: [
		filters([
			sentAs('query', 'channel', {
				displayName: 'Channel',
				name: 'channel',
				type: 'options',
				options: [
					{ name: 'Call', value: 'call' },
					{ name: 'SMS', value: 'sms' },
				],
				default: 'call',
			}),
			sentAs('query', 'communication_run_id', optionalLocator(communicationRunLocator)),
			textField('query', 'status', { displayName: 'Status', name: 'status', placeholder: 'e.g. pending' }),
		]),
	],
};
