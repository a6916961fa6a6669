import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { apartFields } from '../../input/linksAndOptOut';
import { clearFields } from '../../input/clearFields';
import { CASE_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { updateModeField, updateOptions } from '../../input/updateMode';
import { legalCase } from '../../records/case';
import { rowsPerRequestOption } from '../../operations/bulkOptions';

/** See docs/vendors/kayse.md#cases. */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a case',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(legalCase),
	},
	notice: CASE_NOTICES.update,
	tool: {
		text: 'Creates one case, or updates the one with this ID. Contacts nobody. Empty fields keep their value.',
		arguments: {
			'fields.id': 'Case ID, a number, or empty to create one',
			'fields.case_number': 'Unique case number, from the user',
			'fields.external_source': 'Source, such as other',
			'fields.external_source_id': 'ID in its source, from the user',
			'fields.status': 'Such as active',
			'fields.type': 'Such as civil',
		},
	},
	fields: [
		...recordFields(legalCase, 'caseFieldsToUpsert'),
		...apartFields(legalCase, 'upsert'),
		clearFields(legalCase, 'upsert'),
		updateModeField(legalCase, 'upsert'),
	],
	handling: [...updateOptions(legalCase, 'upsert'), rowsPerRequestOption],
};
