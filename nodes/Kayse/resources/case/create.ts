import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../input/linksAndOptOut';
import { recordFields } from '../../input/recordFields';
import { legalCase } from '../../records/case';

/** See docs/vendors/kayse.md#cases. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a case',
		description: 'Add a new case. Keep the ID that comes back: Kayse cannot look a case up by its source.',
		routing: createRecord(legalCase),
	},
	tool: {
		text: 'Creates one case. Contacts nobody. Keep its ID: a case cannot be looked up by its number.',
		arguments: {
			'fields.case_number': 'Unique case number, as the user gives it',
			'fields.external_source': 'Where it comes from, such as other',
			'fields.external_source_id': 'ID at its source, as the user gives it',
			'fields.status': 'Such as active',
			'fields.type': 'Such as civil',
		},
	},
	fields: [...recordFields(legalCase, 'caseFieldsToCreate'), ...apartFields(legalCase, 'create')],
};
