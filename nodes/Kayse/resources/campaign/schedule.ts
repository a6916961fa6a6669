import { readClock, readDay, readTimeOfDay } from '../../../shared/values/reading/date';
import { isNothing } from '../../../shared/values/reading/nothing';
import type { Reader } from '../../../shared/values/reading/reading';
import { clockOf, END_LABEL, START_LABEL } from './hours';
import { rowsIn, type Body } from './rows';

/** Lists that say when people are called (https://docs.kayse.ai/api/campaigns). */
const LISTS = ['runs', 'business_hours', 'callback_delays'];

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/** What Kayse is given as it is: nothing, and a time or a day in a form that the checks can read. */
const isReadable = (member: string, value: unknown, timeZone: string): boolean =>
	isNothing(value) || (member.endsWith('_date') ? typeof value === 'string' && ISO_DAY.test(value) : clockOf(value, timeZone) !== undefined);

function readMembers(body: Body, readers: Record<string, Reader<string>>, labelOf: (member: string) => string, timeZone: string): Body {
	const read = Object.entries(readers).flatMap(([member, reader]) =>
		isReadable(member, body[member], timeZone) ? [] : [[member, reader(body[member], { label: labelOf(member), timeZone })]],
	);
	return Object.fromEntries(read);
}

const LABELS: Readonly<Record<string, string>> = { start_time: START_LABEL, end_time: END_LABEL };

/**
 * Hours of a campaign that its JSON has in another form than Kayse's, such as `9 PM`, as the fields would have them.
 * @throws ItemFailure for what is no time: it could not be checked
 */
export const hoursOfJson = (further: Body, timeZone: string): Body =>
	readMembers(further, { start_time: readTimeOfDay, end_time: readTimeOfDay }, (member) => LABELS[member] ?? member, timeZone);

/**
 * The lists of its JSON, with their hours and days in Kayse's form.
 * @throws ItemFailure also for what is no list of objects
 */
export function listsOfJson(further: Body, timeZone: string): Body {
	const readers = { start_time: readClock, end_time: readClock, start_date: readDay, end_date: readDay };
	const lists = LISTS.filter((list) => !isNothing(further[list])).map((list) => [
		list,
		rowsIn(further, list).map((row, place) => ({ ...row, ...readMembers(row, readers, (member) => `${member} of ${list} ${place + 1}`, timeZone) })),
	]);
	return Object.fromEntries(lists);
}
