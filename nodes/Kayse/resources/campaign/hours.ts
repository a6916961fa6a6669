import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isUnusualEnd, isUnusualStart, UNUSUAL, USUAL_HOURS } from '../../../shared/contacts/openingHours';
import { invalidInput } from '../../../shared/contract/failure';
import { endsBeforeItBegins } from '../../../shared/values/reading/range';
import { rowsIn, type Body } from './rows';

export const START_LABEL = 'Start Time';
export const END_LABEL = 'End Time';

/** Hours of a day, in the workflow's time zone; undefined if there are none. */
interface Hours {
	startLabel: string;
	endLabel: string;
	from: string | undefined;
	to: string | undefined;
}

const FULL = 'yyyy-MM-dd'.length;

/** `09:00` for `9:00` or `2026-03-01T09:00:00-05:00`; undefined for other forms. */
export function clockOf(time: unknown, zone: string): string | undefined {
	if (typeof time !== 'string') return undefined;
	const parsed = time.length > FULL ? DateTime.fromISO(time, { zone }) : DateTime.fromFormat(time, 'H:mm');
	return parsed.isValid ? parsed.toFormat('HH:mm') : undefined;
}

/**
 * `09:00` for `2026-03-01T09:00:00-05:00`, without conversion: Kayse stores a time of day with some date, and does not
 * document the date and offset of its answers (docs/vendors/kayse.md#campaigns). Other values stay as they are.
 */
export const timeOfDay = (time: IDataObject[string]): IDataObject[string] =>
	(typeof time === 'string' && /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(time)?.[1]) || time;

/** A campaign with its two times of day in the form `09:00`. */
export const withTimesOfDay = (campaign: IDataObject): IDataObject => ({
	...campaign,
	...Object.fromEntries(
		['start_time', 'end_time'].flatMap((member) =>
			campaign[member] === undefined ? [] : [[member, timeOfDay(campaign[member])]],
		),
	),
});

const hoursOf = (
	{ start_time: start, end_time: end }: Body,
	startLabel: string,
	endLabel: string,
	zone: string,
): Hours => ({
	startLabel,
	endLabel,
	from: clockOf(start, zone),
	to: clockOf(end, zone),
});

const listedHours = (body: Body, member: string, zone: string): Hours[] =>
	rowsIn(body, member).map((row, place) =>
		hoursOf(row, `start_time of ${member} ${place + 1}`, `end_time of ${member} ${place + 1}`, zone),
	);

/** The hours in which a campaign calls. */
const callingHours = (body: Body, zone: string): Hours[] => [
	hoursOf(body, START_LABEL, END_LABEL, zone),
	...listedHours(body, 'runs', zone),
];

/** Times that are unusually early or late, such as `"Start Time" is 05:00`. */
function unusualIn({ startLabel, endLabel, from, to }: Hours): string[] {
	return [
		...(from !== undefined && isUnusualStart(from) ? [`"${startLabel}" is ${from}`] : []),
		...(to !== undefined && isUnusualEnd(to) ? [`"${endLabel}" is ${to}`] : []),
	];
}

/**
 * Checks the hours. Kayse documents that it refuses business hours outside 08:00 to 21:00
 * (https://docs.kayse.ai/api/campaigns, `business_hours`).
 * @throws ItemFailure for hours that Kayse would refuse, or whose end is before their start
 */
export function checkHours(body: Body, zone: string): void {
	const businessHours = listedHours(body, 'business_hours', zone);
	for (const { startLabel, endLabel, from, to } of [...callingHours(body, zone), ...businessHours]) {
		if (from !== undefined && to !== undefined && from >= to) throw endsBeforeItBegins(startLabel, from, endLabel, to);
	}
	const [unusual] = businessHours.flatMap(unusualIn);
	if (unusual === undefined) return;
	throw invalidInput(
		`${unusual}, but Kayse accepts only business hours from ${USUAL_HOURS.from} to ${USUAL_HOURS.to}`,
		'Correct it in "More Settings (JSON)".',
	);
}

/** Warnings about unusually early or late hours. */
export function hourWarnings(body: Body, zone: string): string[] {
	const unusual = callingHours(body, zone).flatMap(unusualIn);
	if (unusual.length === 0) return [];
	return [`${unusual.join(' and ')}: ${UNUSUAL}, and Kayse’s newer documents allow only business hours.`];
}
