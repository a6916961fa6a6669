import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { withErrorIds } from '../../../shared/operations/prepare';
import { agentIn, workspaceIn } from '../../fields';
import { availableNumberLocator } from '../../locators';
import { isRecord, valueAt } from '../../../shared/values/json';
import { rowsOf } from '../../../shared/values/rows';
import { routing } from '../../vendor';

/** See docs/vendors/kaicalls.md#phone-numbers. */
export const assign: OperationDescription = {
	option: {
		name: 'Assign',
		value: 'assign',
		action: 'Assign a phone number',
		description: 'Give an available number to a business and its agent. This may cost money.',
		routing: routing.post('/phone-numbers', {
			scope: 'numbers:write',
			lookUp: 'Check with Phone Number > Get Many whether it is yours.',
			prepare: [withErrorIds({ phoneNumber: 'phoneNumber', agentId: 'additionalFields.agentId' })],
			read: (body) => rowsOf(isRecord(valueAt(body, 'number')) ? valueAt(body, 'number') : body),
		}),
	},
	notice: 'KaiCalls may bill the number every month.',
	tool: {
		text: 'Gives an available phone number to the business and an agent. This may cost money every month.',
		arguments: {
			phoneNumber: 'Number, from Available Phone Number > Get Many',
			'additionalFields.agentId': 'Agent ID, from Agent > Get Many, or empty',
		},
	},
	fields: [
		sentAs('body', 'phone_number', availableNumberLocator),
		additionalFields([agentIn('body'), workspaceIn('body')]),
	],
};
