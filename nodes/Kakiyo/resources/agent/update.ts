import type { INodeProperties } from 'n8n-workflow';

import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import { somethingToSend, withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { rangeStart } from '../../../shared/values/reading/range';
import { agentLocator } from '../../locators';
import { routing } from '../../vendor';
import { invitationWarning } from './invitations';
import { dayFlags, timeField, workingDaysField, workingDaysInBody } from './workingHours';
import { namedAgent } from '../../namedRecords';
import { updateFields } from '../../../shared/fields/collection';

/** A field of `limits` (docs/vendors/kakiyo.md#agents). */
const limitField = (displayName: string, member: string, minValue: number, maxValue: number): INodeProperties => ({
	displayName,
	name: member,
	type: 'number',
	typeOptions: { minValue, maxValue, numberPrecision: 0 },
	default: minValue,
	description: `Per day, between ${minValue} and ${maxValue}`,
	routing: { send: { type: 'body', property: `limits.${member}` } },
});

/** The keys of `settings` (docs/vendors/kakiyo.md#agents); each has its own field here. */
const SETTINGS = ['invitationsOnly', 'skipInNetwork'];

/** Kakiyo takes the settings as a list of keys and values. */
const settingsInBody: Prepare = (apiRequest, item) => {
	const chosen = item.parameter('updateFields', {});
	const settings = SETTINGS.map((key) => ({ key, value: valueAt(chosen, key) }));
	const given = settings.filter(({ value }) => value !== undefined);
	return given.length === 0 ? apiRequest : withBody(apiRequest, { settings: given });
};

/** A partial update: fields left out keep their value. See docs/vendors/kakiyo.md#agents. */
export const update: OperationDescription = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an agent',
		description: 'Change working hours, daily limits and settings. A running agent follows them at once.',
		routing: routing.put('/agents/{agentId}', {
			warnings: invitationWarning('updateFields', 'invitationsMax', 'Max Invitations'),
			prepare: [workingDaysInBody('updateFields', dayFlags), settingsInBody, somethingToSend('Update Fields')],
		}),
	},
	notice: 'A running agent works in this way from now on, with all its prospects.',
	tool: {
		text: 'Changes working hours and daily limits of one agent, at once. Empty fields keep their value.',
		arguments: {
			'updateFields.startTime': 'Start of work, such as 09:00, or empty',
			'updateFields.endTime': 'End of work, such as 17:00, or empty',
			'updateFields.messagesMax': { text: 'Most messages a day, such as 40, or empty', type: 'string' },
		},
	},
	record: namedAgent,
	fields: [
		agentLocator,
		updateFields([
			{
				displayName: 'Invitations Only',
				name: 'invitationsOnly',
				type: 'boolean',
				default: true,
				description: 'Whether the agent sends invitations but no messages',
			},
			limitField('Max Invitations', 'invitationsMax', 2, 100),
			limitField('Max Messages', 'messagesMax', 2, 500),
			rangeStart('invitationsMax', limitField('Min Invitations', 'invitationsMin', 1, 100)),
			rangeStart('messagesMax', limitField('Min Messages', 'messagesMin', 1, 500)),
			{
				displayName: 'Skip In Network',
				name: 'skipInNetwork',
				type: 'boolean',
				default: true,
				description: 'Whether the agent skips people who are already connected to it',
			},
			rangeStart('endTime', timeField('Start Time', 'startTime', 'start', '09:00')),
			timeField('End Time', 'endTime', 'stop', '17:00'),
			workingDaysField,
		]),
	],
};
