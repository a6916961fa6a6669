import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { apartFields } from '../../fields/apart';
import { clearFields } from '../../fields/clear';
import { mappedFields } from '../../../shared/fields/mapped';
import { updateModeField } from '../../fields/policy';
import { client } from '../../records/client';

/** Seed 002 "Bulk upsert clients". */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update clients',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(client),
	},
	fields: [
		mappedFields('clientFieldsToUpsert'),
		...apartFields(client),
		clearFields('clearableClientFields'),
		updateModeField,
	],
};
