import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../fields/apart';
import { mappedFields } from '../../../shared/fields/mapped';
import { legalCase } from '../../records/case';

/** Seed 002 "Create a new case". */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a case',
		description: 'Add a new case, linked to clients or not. Keep the ID that comes back: Kayse cannot look a case up by its source.',
		routing: createRecord(legalCase),
	},
	fields: [mappedFields('caseFieldsToCreate'), ...apartFields(legalCase)],
};
