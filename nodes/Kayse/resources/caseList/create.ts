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
		description: 'Put cases together that a campaign calls: those that a filter finds, and single ones',
		routing: createRecord(caseList),
	},
	tool: {
		text: 'Puts cases together that a campaign can call. Calls nobody by itself.',
		arguments: {
			'fields.name': 'Name, such as Website leads',
			'fields.filter': 'Which cases, as JSON text such as {"case_type_ids": [25]}, or empty',
		},
	},
	fields: recordFields(caseList, 'caseListFieldsToCreate'),
};
