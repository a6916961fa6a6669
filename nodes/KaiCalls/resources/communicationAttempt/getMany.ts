import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { textField } from '../../fields';
import { firstPage } from '../../pages';
import { routing } from '../../vendor';

/** No document names its scope or a second page. See docs/vendors/kaicalls.md#communication-runs. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many communication attempts',
		description: 'List each attempt to reach a person. KaiCalls returns at most 100.',
		routing: routing.getMany('/communication-attempts', { page: firstPage('attempts') }),
	},
	tool: {
		text: 'Lists the single attempts of bulk outreach. Contacts nobody.',
		arguments: {
			'filters.status': 'Such as failed, or empty',
		},
	},
	fields: [
		filters([
			ofKind('id', textField('query', 'sequence_id', { displayName: 'Sequence ID', name: 'sequenceId' })),
			textField('query', 'status', { displayName: 'Status', name: 'status' }),
		]),
	],
};
