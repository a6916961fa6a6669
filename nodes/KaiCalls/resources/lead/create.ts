import { invalidInput } from '../../../shared/contract/failure';
import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { valueAt } from '../../../shared/values/json';
import { withErrorIds } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { agentIn } from '../../fields';
import { workspaceLocator } from '../../locators';
import { routing } from '../../vendor';
import { contactFields, leadFields, originFields } from './fields';

const someContact: Prepare = (apiRequest) => {
	const { body } = apiRequest.request;
	if (['name', 'phone', 'email'].some((member) => valueAt(body, member) !== undefined)) return apiRequest;
	throw invalidInput(
		'The lead has no name, phone number or email address',
		'Fill in "Name", "Phone Number" or "Email", at least one of them.',
	);
};

/** See docs/vendors/kaicalls.md#leads. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a lead',
		description: 'Add a person to your pipeline. To call the person, use Call > Create with this lead.',
		routing: routing.post('/leads', {
			scope: 'leads:write',
			reaches: ['name', 'phone', 'email'],
			lookUp: 'Check with Lead > Get Many, filtered by phone or email, whether it exists.',
			prepare: [someContact, withErrorIds({ workspaceId: 'workspaceId', agentId: 'additionalFields.agentId' })],
		}),
	},
	tool: {
		text: 'Adds one person to the pipeline. Calls and texts nobody. Use Lead > Get Many first, to avoid duplicates.',
		arguments: {
			name: 'Name, such as Dana Reyes, or empty',
			phone: 'Number with country code, such as +12025550123, or empty',
			email: 'Email, such as dana@example.com, or empty',
		},
	},
	fields: [
		sentAs('body', 'business_id', workspaceLocator),
		...contactFields,
		additionalFields([agentIn('body'), ...leadFields, ...originFields]),
	],
};
