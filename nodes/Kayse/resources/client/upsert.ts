import type { OperationDescription } from '../../../shared/fields/resource';
import { upsert as upsertOperation } from '../../operations/upsert';
import { apartFields } from '../../input/linksAndOptOut';
import { clearFields } from '../../input/clearFields';
import { CLIENT_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { updateModeField, updateOptions } from '../../input/updateMode';
import { client } from '../../records/client';
import { defaultCountryOption } from '../../../shared/fields/defaultCountry';
import { refuseOthersOption } from '../../people/options';
import { rowsPerRequestOption } from '../../operations/bulkOptions';

/** See docs/vendors/kayse.md#clients. */
export const upsert: OperationDescription = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a client',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: upsertOperation(client),
	},
	notice: CLIENT_NOTICES.update,
	tool: {
		text: 'Creates one client, or updates the one with this ID. Contacts nobody. Empty fields keep their value.',
		arguments: {
			'fields.id': 'Client ID, a number, or empty to create one',
			'fields.first_name': 'Such as Dana',
			'fields.last_name': 'Such as Reyes',
			'fields.external_source': 'Source, such as other',
			'fields.external_source_id': 'ID in its source, from the user',
			'fields.mobile': 'Number with country code, such as +12025550123, or empty',
			'fields.email': 'Email or empty',
		},
	},
	fields: [
		...recordFields(client, 'clientFieldsToUpsert'),
		...apartFields(client, 'upsert'),
		clearFields(client, 'upsert'),
		updateModeField(client, 'upsert'),
	],
	handling: [...updateOptions(client, 'upsert'), defaultCountryOption, refuseOthersOption, rowsPerRequestOption],
};
