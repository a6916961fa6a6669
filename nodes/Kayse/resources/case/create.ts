import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../input/linksAndOptOut';
import { CASE_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { legalCase } from '../../records/case';

/** See docs/vendors/kayse.md#cases. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a case',
		description: 'Add a new case. Keep its ID from the result: Kayse cannot find a case by its source.',
		routing: createRecord(legalCase),
	},
	notice: CASE_NOTICES.create,
	tool: {
		text: 'Creates one case. Contacts nobody. Keep its ID: Kayse cannot find a case by its number.',
		arguments: {
			'fields.case_number': 'Unique case number, from the user',
			'fields.external_source': 'Source, such as other',
			'fields.external_source_id': 'ID in its source, from the user',
			'fields.status': 'Such as active',
			'fields.type': 'Such as civil',
		},
	},
	fields: [...recordFields(legalCase, 'caseFieldsToCreate'), ...apartFields(legalCase, 'create')],
};
