import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { valueAt, isRecord } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';
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

/** The flags as values of the field; undefined if the text is not in Kakiyo's form. */
function namesOf(flags: unknown): string[] | undefined {
	const days = typeof flags === 'string' && /^[01](?::[01]){6}$/.test(flags) ? flags.split(':') : undefined;
	return days && WEEKDAYS.filter((_, place) => days[place] === '1').map((day) => day.toLowerCase());
}

/** An agent with its working days as values of the field, on either level (docs/vendors/kakiyo.md#agents). */
export const withDayNames = (agent: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(agent).map(([member, value]) => {
			const named = member === 'days' ? namesOf(value) : undefined;
			return [member, named ?? (isRecord(value) ? withDayNames(asItem(value)) : value)];
		}),
	);

/** Names of the days in `POST /agents`. */
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
