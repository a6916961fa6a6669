import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../fields/apart';
import { mappedFields } from '../../../shared/fields/mapped';
import { client } from '../../records/client';

/** Seed 002 "Create a new client". */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a client',
		description: 'Add a new client. Keep the ID that comes back: Kayse cannot look a client up by its source.',
		routing: createRecord(client),
	},
	fields: [mappedFields('clientFieldsToCreate'), ...apartFields(client)],
};
