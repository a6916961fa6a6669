import type { OperationDescription } from '../../../shared/fields/resource';
import { createRecord } from '../../operations/create';
import { apartFields } from '../../input/linksAndOptOut';
import { CLIENT_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { client } from '../../records/client';
import { defaultCountryOption } from '../../../shared/fields/defaultCountry';

/** See docs/vendors/kayse.md#clients. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a client',
		description: 'Add a new client. Keep the ID from the result: Kayse cannot find a client by its source.',
		routing: createRecord(client),
	},
	notice: CLIENT_NOTICES.create,
	tool: {
		text: 'Creates one client. Contacts nobody. Keep the ID: Kayse cannot find a client by name.',
		arguments: {
			'fields.first_name': 'Such as Dana',
			'fields.last_name': 'Such as Reyes',
			'fields.external_source': 'Source, such as other',
			'fields.external_source_id': 'ID in its source, from the user',
			'fields.mobile': 'Number with country code, such as +12025550123, or empty',
			'fields.email': 'Email or empty',
		},
	},
	fields: [...recordFields(client, 'clientFieldsToCreate'), ...apartFields(client, 'create')],
	handling: [defaultCountryOption],
};
