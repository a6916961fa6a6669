import type { OperationDescription } from '../../../shared/fields/resource';
import { update as updateOperation } from '../../operations/update';
import { apartFields, clearFields, idField, mappedFields, updateModeField } from '../../recordFields';
import { legalCase } from '../../records/case';

/** Seed 002 "Update a case". */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a case',
		description: 'Change what is given here and keep everything else of the case',
		routing: updateOperation(legalCase, 'caseId'),
	},
	fields: [
		idField('Case ID', 'caseId'),
		mappedFields('caseFieldsToUpdate'),
		...apartFields(legalCase),
		clearFields('clearableCaseFields'),
		updateModeField,
	],
};
