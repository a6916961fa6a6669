import type { INodeProperties } from 'n8n-workflow';

import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import { asItem, rowsOf } from '../../../shared/values/rows';
import { ofKind } from '../../../shared/values/reading/kind';
import { rangeStart } from '../../../shared/values/reading/range';
import { routing } from '../../vendor';
import { invitationWarning } from './invitations';
import { dayNames, timeField, workingDaysField, workingDaysInBody } from './workingHours';
import { plainText } from '../../../shared/values/text';
import { additionalFields } from '../../../shared/fields/collection';

const textField = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	routing: { send: { type: 'body', property: name } },
});

const dailyLimit = (displayName: string, member: string, usual: number): INodeProperties => ({
	displayName,
	name: member,
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: usual,
	description: 'The most per day',
	routing: { send: { type: 'body', property: `limits.${member}` } },
});

/** One document answers `{id, message}`, another `{message, agent: {id}}`. */
function withId(body: unknown) {
	const id = valueAt(body, 'agent', 'id');
	return id === undefined ? rowsOf(body) : [{ id: plainText(id), ...asItem(body) }];
}

/**
 * OpenAPI documents no body; the page agents/create has the fields below (docs/vendors/kakiyo.md#c6). That page also
 * names a password. There is no field for it, because exported workflows contain the fields of a node.
 */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an agent',
		description: 'Make an agent. Then connect it to LinkedIn in the Kakiyo dashboard.',
		routing: routing.post('/agents', {
			prepare: [workingDaysInBody('additionalFields', dayNames)],
			read: withId,
			warnings: invitationWarning('additionalFields', 'dailyConnections', 'Daily Connections'),
		}),
	},
	tool: {
		text: 'Creates an agent that is not connected to LinkedIn yet, so it contacts nobody. A person connects it in the dashboard.',
		arguments: {
			'additionalFields.name': 'Name, such as Anna Sales',
			'additionalFields.email': 'Email of its LinkedIn account, or empty',
		},
	},
	fields: [
		{
			...additionalFields([
				dailyLimit('Daily Connections', 'dailyConnections', 20),
				dailyLimit('Daily Messages', 'dailyMessages', 50),
				dailyLimit('Daily Profile Views', 'dailyProfileViews', 100),
				ofKind('email', textField('Email', 'email', 'e.g. jane@example.com')),
				timeField('End Time', 'endTime', 'end', '17:00'),
				ofKind('personName', textField('First Name', 'firstName', 'e.g. Jane')),
				ofKind('personName', textField('Last Name', 'lastName', 'e.g. Doe')),
				ofKind('personName', textField('Name', 'name', 'e.g. Jane Doe')),
				rangeStart('endTime', timeField('Start Time', 'startTime', 'start', '09:00')),
				ofKind('timeZone', {
					displayName: 'Timezone',
					name: 'timezone',
					type: 'string',
					default: 'UTC',
					placeholder: 'e.g. Europe/Paris',
					routing: { send: { type: 'body', property: 'workingHours.timezone' } },
				}),
				workingDaysField,
			]),
			description: 'Kakiyo may ignore these. Check with Get, then use Update.',
		},
	],
};
