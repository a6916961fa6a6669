import type { INodeProperties } from 'n8n-workflow';

import { valueAt, isRecord } from '../../../shared/values/json';
import { withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { WEEKDAYS } from '../../../shared/values/reading/weekday';

export const workingDaysField: INodeProperties = ofKind('weekdays', {
	displayName: 'Working Days',
	name: 'workingDays',
	type: 'multiOptions',
	options: WEEKDAYS.map((day) => ({ name: day, value: day.toLowerCase() })),
	default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
	description: 'Days on which the agent works',
});

/** A time of day on a 24-hour clock, sent as the given member of `workingHours`. */
export const timeField = (displayName: string, name: string, member: string, hour: string): INodeProperties =>
	ofKind('clock', {
		displayName,
		name,
		type: 'string',
		default: hour,
		placeholder: `e.g. ${hour}`,
		description: `Time of day, such as ${hour}`,
		routing: { send: { type: 'body', property: `workingHours.${member}` } },
	});

/** The seven flags of `PUT /agents/{id}`, Monday first: `1:1:1:1:1:0:0`. */
export const dayFlags = (days: string[]): string => WEEKDAYS.map((day) => (days.includes(day) ? '1' : '0')).join(':');

/** As `POST /agents` names them. */
export const dayNames = (days: string[]): string[] => days.map((day) => day.toLowerCase());

/**
 * The working days of a collection as `workingHours.days`; sends nothing if the field was not added.
 * @param write format of this endpoint
 */
export const workingDaysInBody =
	(collection: string, write: (days: string[]) => unknown): Prepare =>
	(apiRequest, item) => {
		const chosen = item.parameter(`${collection}.${workingDaysField.name}`, []);
		if (!Array.isArray(chosen) || chosen.length === 0) return apiRequest;
		const hours = valueAt(apiRequest.request.body, 'workingHours');
		return withBody(apiRequest, { workingHours: { ...(isRecord(hours) && hours), days: write(chosen.map(String)) } });
	};
