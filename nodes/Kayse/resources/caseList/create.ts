import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { mappedFields } from '../../../shared/fields/mapped';
import { caseList } from '../../records/caseList';

/** Seed 002 "Create a case list". */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a case list',
		description: 'Put cases together that a campaign calls: those that a filter finds, and single ones',
		routing: createRecord(caseList),
	},
	fields: [mappedFields('caseListFieldsToCreate')],
};
