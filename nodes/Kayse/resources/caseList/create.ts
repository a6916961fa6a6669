import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { recordFields } from '../../input/recordFields';
import { caseList } from '../../records/caseList';

/** See docs/vendors/kayse.md#case-lists. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a case list',
		description: 'Make a list of cases for campaigns, by a filter and by single IDs',
		routing: createRecord(caseList),
	},
	tool: {
		text: 'Makes a list of cases for campaigns. Calls nobody.',
		arguments: {
			'fields.name': 'Name, such as Website leads',
			'fields.filter': 'Filter for cases, as JSON text such as {"case_type_ids": [25]}, or empty',
		},
	},
	fields: recordFields(caseList, 'caseListFieldsToCreate'),
};
