import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { mappedFields } from '../../../shared/fields/mapped';
import { caseList } from '../../records/caseList';

/** Seed 002 "Bulk upsert case lists". */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a case list',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(caseList),
	},
	tool: {
		text: 'Creates a case list, or updates the one with this ID: its members are replaced by what the filter finds. Calls nobody by itself.',
		arguments: {
			'fields.id': 'List ID, from Case List > Get Many, or empty to create one',
			'fields.name': 'Name, such as Website leads',
			'fields.filter': 'Which cases, as JSON text such as {"case_type_ids": [25]}',
		},
	},
	fields: [
		{
			displayName:
				'Kayse puts the members of a list together anew with each update: what Filter finds, plus Include Case IDs, minus Exclude Case IDs. Cases that were added in another way are no longer in it. Give Description and On Behalf Of as well: what is left out may become empty.',
			name: 'membersNotice',
			type: 'notice',
			default: '',
		},
		mappedFields('caseListFieldsToUpsert'),
	],
};
