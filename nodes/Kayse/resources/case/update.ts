import type { OperationDescription } from '../../../shared/fields/resource';
import { update as updateOperation } from '../../operations/update';
import { apartFields } from '../../fields/apart';
import { clearFields } from '../../fields/clear';
import { idField } from '../../fields/id';
import { mappedFields } from '../../../shared/fields/mapped';
import { updateModeField } from '../../fields/policy';
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
		idField('Case ID', 'caseId', '9001'),
		mappedFields('caseFieldsToUpdate'),
		...apartFields(legalCase),
		clearFields('clearableCaseFields'),
		updateModeField,
	],
};
