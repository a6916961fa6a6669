import type { OperationDescription } from '../../../shared/fields/resource';
import { update as updateOperation } from '../../operations/update';
import { apartFields } from '../../input/linksAndOptOut';
import { clearFields } from '../../input/clearFields';
import { idField } from '../../input/id';
import { CLIENT_NOTICES } from '../../input/notices';
import { recordFields } from '../../input/recordFields';
import { updateModeField, updateOptions } from '../../input/updateMode';
import { client } from '../../records/client';
import { namedClient } from '../../namedRecords';
import { defaultCountryOption } from '../../../shared/fields/defaultCountry';
import { refuseOthersOption } from '../../people/options';

/** See docs/vendors/kayse.md#clients. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a client',
		description: 'Change the given fields and keep all others',
		routing: updateOperation(client, 'clientId'),
	},
	notice: CLIENT_NOTICES.update,
	tool: {
		text: 'Changes one client. Contacts nobody. Empty fields keep their value.',
		arguments: {
			clientId: 'Client ID, a number, from the user or an earlier answer',
			'fields.mobile': 'New number, such as +12025550123, or empty',
			'fields.email': 'New email or empty',
		},
	},
	record: namedClient,
	asksForName: true,
	fields: [
		idField('Client ID', 'clientId', '412'),
		...recordFields(client, 'clientFieldsToUpdate'),
		...apartFields(client, 'update'),
		clearFields(client, 'update'),
		updateModeField(client, 'update'),
	],
	handling: [...updateOptions(client, 'update'), defaultCountryOption, refuseOthersOption],
};
