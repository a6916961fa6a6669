import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../../shared/contract/failure';
import { at, isRecord } from '../../../shared/values/json';
import { withBody } from '../../../shared/operations/prepare';
import { textList } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';

/** Monday first, as Kakiyo counts; lower-case names are what `POST /agents` takes. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** OpenAPI, `workingHours.start` and `stop`. */
const CLOCK_TIME = /^([01]?[0-9]|2[0-3]):[0-5][0-9]$/;

export const workingDaysField: INodeProperties = {
	displayName: 'Working Days',
	name: 'workingDays',
	type: 'multiOptions',
	options: [
		{ name: 'Friday', value: 'friday' },
		{ name: 'Monday', value: 'monday' },
		{ name: 'Saturday', value: 'saturday' },
		{ name: 'Sunday', value: 'sunday' },
		{ name: 'Thursday', value: 'thursday' },
		{ name: 'Tuesday', value: 'tuesday' },
		{ name: 'Wednesday', value: 'wednesday' },
	],
	default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
	description: 'Days on which the agent works',
};

/** A time of day on a 24-hour clock, sent as that member of `workingHours`. */
export const timeField = (displayName: string, name: string, member: string, hour: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: hour,
	placeholder: `e.g. ${hour}`,
	description: `Time of day as HH:MM on a 24-hour clock, such as ${hour}`,
	routing: { send: { type: 'body', property: `workingHours.${member}` } },
});

/**
 * The days chosen, from Monday on.
 * @throws ItemFailure for a name that is no day, or when there is none
 */
function readWorkingDays(value: unknown): string[] {
	const chosen = textList(value).map((day) => day.toLowerCase());
	const unknown = chosen.find((day) => !WEEKDAYS.includes(day));
	if (unknown !== undefined) {
		throw invalidInput(`"Working Days" has "${unknown}", which is no day of the week`, `Choose from ${WEEKDAYS.join(', ')}.`);
	}
	if (chosen.length > 0) return WEEKDAYS.filter((day) => chosen.includes(day));
	throw invalidInput('"Working Days" has no day', 'Choose at least one day. To let the agent rest, use the operation Pause.');
}

/** The seven flags of `PUT /agents/{id}`, Monday first: `1:1:1:1:1:0:0`. */
export const dayFlags = (days: string[]): string =>
	WEEKDAYS.map((day) => (days.includes(day) ? '1' : '0')).join(':');

/**
 * The working days of a collection as `workingHours.days`; nothing when they were not added to it.
 * @param write how this endpoint wants them
 */
export const workingDaysInBody =
	(collection: string, write: (days: string[]) => unknown): Prepare =>
	(apiRequest, item) => {
		const chosen = at(item.parameter(collection, {}), workingDaysField.name);
		if (chosen === undefined) return apiRequest;
		const hours = at(apiRequest.request.body, 'workingHours');
		const days = write(readWorkingDays(chosen));
		return withBody(apiRequest, { workingHours: { ...(isRecord(hours) && hours), days } });
	};

/**
 * Refuses a time of day that Kakiyo would not read.
 * @param label of the field that sends this member of `workingHours`
 */
export const checkedTime =
	(member: string, label: string): Prepare =>
	(apiRequest) => {
		const time = at(apiRequest.request.body, 'workingHours', member);
		if (time === undefined || CLOCK_TIME.test(String(time))) return apiRequest;
		throw invalidInput(`"${label}" is "${String(time)}", which is no time of day`, 'Enter it as HH:MM, such as 09:00 or 17:30.');
	};
