import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { apartFields } from '../../fields/apart';
import { clearFields } from '../../fields/clear';
import { mappedFields } from '../../../shared/fields/mapped';
import { updateModeField } from '../../fields/policy';
import { legalCase } from '../../records/case';

/** Seed 002 "Bulk upsert cases". */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update cases',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(legalCase),
	},
	fields: [
		mappedFields('caseFieldsToUpsert'),
		...apartFields(legalCase),
		clearFields('clearableCaseFields'),
		updateModeField,
	],
};
