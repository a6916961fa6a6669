import { readClock, readDay, readTimeOfDay } from '../../../shared/values/reading/date';
import { isNothing } from '../../../shared/values/reading/nothing';
import type { Reader } from '../../../shared/values/reading/reading';
import { clockOf, END_LABEL, START_LABEL } from './hours';
import { rowsIn, type Body } from './rows';

/** Members of a campaign that contain the times of its calls (https://docs.kayse.ai/api/campaigns). */
const LISTS = ['runs', 'business_hours', 'callback_delays'];

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T.+(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Whether a time or a day has Kayse's form already, so that the checks can read it. */
type IsReadable = (member: string, value: unknown, timeZone: string) => boolean;

/** For the top level: there, Kayse takes only times with date and offset. */
const isFullTime: IsReadable = (_, value, timeZone) =>
	typeof value === 'string' && ISO_WITH_OFFSET.test(value) && clockOf(value, timeZone) !== undefined;

const isClockOrDay: IsReadable = (member, value, timeZone) =>
	member.endsWith('_date') ? typeof value === 'string' && ISO_DAY.test(value) : clockOf(value, timeZone) !== undefined;

/** How to convert members to Kayse's form. */
interface Reading {
	readers: Record<string, Reader<string>>;
	isReadable: IsReadable;
	labelOf: (member: string) => string;
}

function readMembers(body: Body, { readers, isReadable, labelOf }: Reading, timeZone: string): Body {
	const given = Object.entries(readers).filter(([member]) => !isNothing(body[member]));
	const read = given.map(([member, reader]) => {
		const { [member]: value } = body;
		return [member, isReadable(member, value, timeZone) ? value : reader(value, { label: labelOf(member), timeZone })];
	});
	return Object.fromEntries(read);
}

const LABELS: Readonly<Record<string, string>> = { start_time: START_LABEL, end_time: END_LABEL };

/**
 * The hours in a campaign's JSON, with date and offset like those of the fields. Other forms, such as `9 PM`, are
 * converted.
 * @throws ItemFailure for an unreadable time, because it cannot be checked
 */
export const hoursOfJson = (further: Body, timeZone: string): Body =>
	readMembers(
		further,
		{
			readers: { start_time: readTimeOfDay, end_time: readTimeOfDay },
			isReadable: isFullTime,
			labelOf: (member) => LABELS[member] ?? member,
		},
		timeZone,
	);

/**
 * The lists in a campaign's JSON, with hours and days in Kayse's form.
 * @throws ItemFailure also if one is not a list of objects
 */
export function listsOfJson(further: Body, timeZone: string): Body {
	const readers = { start_time: readClock, end_time: readClock, start_date: readDay, end_date: readDay };
	const lists = LISTS.filter((list) => !isNothing(further[list])).map((list) => [
		list,
		rowsIn(further, list).map((row, place) => ({
			...row,
			...readMembers(
				row,
				{ readers, isReadable: isClockOrDay, labelOf: (member) => `${member} of ${list} ${place + 1}` },
				timeZone,
			),
		})),
	]);
	return Object.fromEntries(lists);
}
