import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../input/linksAndOptOut';
import { recordFields } from '../../input/recordFields';
import { client } from '../../records/client';
import { defaultCountryOption } from '../../../shared/fields/defaultCountry';

/** See docs/vendors/kayse.md#clients. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a client',
		description: 'Add a new client. Keep the ID that comes back: Kayse cannot look a client up by its source.',
		routing: createRecord(client),
	},
	tool: {
		text: 'Creates one client. Contacts nobody. Keep the ID: a client cannot be looked up by name.',
		arguments: {
			'fields.first_name': 'Such as Dana',
			'fields.last_name': 'Such as Reyes',
			'fields.external_source': 'Where it comes from, such as other',
			'fields.external_source_id': 'ID at its source, as the user gives it',
			'fields.mobile': 'Number with country code, such as +12025550123, or empty',
			'fields.email': 'Address or empty',
		},
	},
	fields: [...recordFields(client, 'clientFieldsToCreate'), ...apartFields(client, 'create')],
	handling: [defaultCountryOption],
};
