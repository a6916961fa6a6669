import { updateFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { idInBody, somethingToSend } from '../../../shared/operations/prepare';
import { leadLocator } from '../../locators';
import { routing } from '../../vendor';
import { contactFields, leadFields } from './fields';

/** [docs: SDK] Only what is filled in changes. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a lead',
		description: 'Change the status, the notes or the contact data of a person in your pipeline',
		routing: routing.patch('/leads', {
			scope: 'leads:write',
			lookUp: 'Lead > Get shows whether it has changed.',
			prepare: [somethingToSend('Update Fields'), idInBody('leadId')],
		}),
	},
	fields: [leadLocator, updateFields([...contactFields, ...leadFields])],
};
