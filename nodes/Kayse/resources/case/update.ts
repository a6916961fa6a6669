import type { OperationDescription } from '../../../shared/fields/resource';
import { update as updateOperation } from '../../operations/update';
import { apartFields } from '../../input/linksAndOptOut';
import { clearFields } from '../../input/clearFields';
import { idField } from '../../input/id';
import { CASE_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { updateModeField, updateOptions } from '../../input/updateMode';
import { legalCase } from '../../records/case';
import { namedCase } from '../../namedRecords';

/** See docs/vendors/kayse.md#cases. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a case',
		description: 'Change the given fields and keep all others',
		routing: updateOperation(legalCase, 'caseId'),
	},
	notice: CASE_NOTICES.update,
	tool: {
		text: 'Changes one case. Contacts nobody. Empty fields keep their value.',
		arguments: {
			caseId: 'Case ID, a number, from the user or an earlier answer',
			'fields.status': 'New status, such as closed, or empty',
			'fields.description': 'New description or empty',
			'fields.court_date': 'New court date, such as 2026-03-01, or empty',
		},
	},
	record: namedCase,
	asksForName: true,
	fields: [
		idField('Case ID', 'caseId', '9001'),
		...recordFields(legalCase, 'caseFieldsToUpdate'),
		...apartFields(legalCase, 'update'),
		clearFields(legalCase, 'update'),
		updateModeField(legalCase, 'update'),
	],
	handling: updateOptions(legalCase, 'update'),
};
