import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { mappedFields } from '../../../shared/fields/mapped';
import { caseList } from '../../records/caseList';

/** Seed 002 "Bulk upsert case lists". */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update case lists',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(caseList),
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
