import { clearTexts } from '../../../shared/fields/clear';
import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInBody, somethingToSend } from '../../../shared/operations/prepare';
import { leadLocator } from '../../locators';
import { routing } from '../../vendor';
import { contactFields, leadFields } from './fields';
import { namedLead } from '../../namedRecords';

const updated = [...contactFields, ...leadFields];

/** Fields that must not be emptied. */
const KEPT = ['name', 'status'];

/** The other fields are texts without a fixed form, so they may be emptied. See docs/vendors/kaicalls.md#leads. */
const clearing = clearTexts(
	'Lead',
	updated.filter(({ name }) => !KEPT.includes(name)),
	'Update Fields',
);

/** Changes only the fields with a value. See docs/vendors/kaicalls.md#leads. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a lead',
		description: 'Change the status, the notes or the contact data of a person in your pipeline',
		routing: routing.patch('/leads', {
			scope: 'leads:write',
			lookUp: 'Check with Lead > Get whether it has changed.',
			prepare: [clearing.prepare, somethingToSend('Update Fields', 'Clear Fields'), idInBody('leadId')],
		}),
	},
	tool: {
		text: 'Changes the record of one lead. Contacts nobody. Empty fields keep their value.',
		arguments: {
			'updateFields.status': 'Such as contacted, or empty',
			'updateFields.notes': 'All notes, replacing the old ones, or empty',
			'updateFields.phone': 'Number, such as +12025550123, or empty',
			'updateFields.email': 'Address or empty',
		},
	},
	record: namedLead,
	asksForName: true,
	fields: [leadLocator, updateFields(updated), clearing.field],
};
