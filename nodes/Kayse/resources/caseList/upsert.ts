import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { recordFields } from '../../input/recordFields';
import { caseList } from '../../records/caseList';
import { rowsPerRequestOption } from '../../operations/bulkOptions';

/** See docs/vendors/kayse.md#case-lists. */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a case list',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(caseList),
	},
	notice:
		'Every update rebuilds the list and removes cases that people added by hand in Kayse. Fields left out, such as Description, may become empty.',
	tool: {
		text: 'Creates a case list, or updates the one with this ID: the results of the filter replace its members. Calls nobody.',
		arguments: {
			'fields.id': 'List ID, from Case List > Get Many, or empty to create one',
			'fields.name': 'Name, such as Website leads',
			'fields.filter': 'Filter for cases, as JSON text such as {"case_type_ids": [25]}',
		},
	},
	fields: recordFields(caseList, 'caseListFieldsToUpsert'),
	handling: [rowsPerRequestOption],
};
