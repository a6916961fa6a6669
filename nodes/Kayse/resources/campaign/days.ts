import { DateTime } from 'luxon';

import { invalidInput } from '../../../shared/contract/failure';
import { END_LABEL, START_LABEL } from './hours';
import { rowsIn, type Body } from './rows';

/** The day of a time such as `2026-03-01` or `2026-03-01T09:00:00-05:00`. */
const dayOf = (time: unknown): string | undefined =>
	/^\d{4}-\d{2}-\d{2}/.exec(typeof time === 'string' ? time : '')?.[0];

function checkOrder(startLabel: string, start: unknown, endLabel: string, end: unknown): void {
	const [first, last] = [dayOf(start), dayOf(end)];
	if (first === undefined || last === undefined || first <= last) return;
	throw invalidInput(
		`"${startLabel}" (${first}) must not be after "${endLabel}" (${last})`,
		`Enter the earlier day under "${startLabel}".`,
	);
}

/** @throws ItemFailure for days whose end is before their start */
export function checkDays(body: Body): void {
	checkOrder(START_LABEL, body.start_time, END_LABEL, body.end_time);
	for (const [place, { start_date: start, end_date: end }] of rowsIn(body, 'runs').entries()) {
		checkOrder(`start_date of runs ${place + 1}`, start, `end_date of runs ${place + 1}`, end);
	}
}

const sorted = (times: unknown[]): string[] => times.flatMap((time) => dayOf(time) ?? []).sort();

const daysOfRuns = (body: Body): string[] =>
	sorted(rowsIn(body, 'runs').flatMap(({ start_date: start, end_date: end }) => [start, end]));

/** The first day of the runs; undefined if a run has no start. */
function firstDayOf(body: Body): string | undefined {
	const starts = rowsIn(body, 'runs').map(({ start_date: start }) => dayOf(start));
	return starts.includes(undefined) ? undefined : sorted(starts)[0];
}

/** Whether a campaign has no end. */
const isOpen = (body: Body): boolean =>
	body.never_ending === true || rowsIn(body, 'runs').some(({ end_date: end }) => dayOf(end) === undefined);

/**
 * Moves the hours to the first day of the runs, with that day's offset from UTC: on the day when they were entered, the
 * offset may be different.
 * @param hours members `start_time` and `end_time` in ISO 8601, from the fields
 */
export function onFirstDay(hours: Body, further: Body, timeZone: string): Body {
	const { year, month, day, isValid } = DateTime.fromISO(firstDayOf(further) ?? '');
	if (!isValid) return hours;
	const moved = ['start_time', 'end_time'].flatMap((member) => {
		const time = hours[member];
		return typeof time === 'string'
			? [
					[
						member,
						DateTime.fromISO(time, { zone: timeZone }).set({ year, month, day }).toISO({ suppressMilliseconds: true }),
					],
				]
			: [];
	});
	return { ...hours, ...Object.fromEntries(moved) };
}

const STEP_DAYS = 7;

/** Each clock change happens within a year. */
const MOST_STEPS = 53;

function changesItsClock(zone: string, first: string, last: string): boolean {
	const endOf = (day: string) => DateTime.fromISO(day, { zone }).endOf('day');
	const end = endOf(last);
	for (let step = 0; step <= MOST_STEPS; step++) {
		const day = DateTime.min(endOf(first).plus({ days: step * STEP_DAYS }), end);
		if (day.offset !== endOf(first).offset) return true;
		if (day >= end) return false;
	}
	return false;
}

const aYearAfter = (day: string): string => DateTime.fromISO(day).plus({ years: 1 }).toISODate() ?? day;

/** Warnings about a campaign during which the clocks change: its hours are sent with one offset from UTC. */
export function dayWarnings(body: Body, zone: string): string[] {
	const times = [body.start_time, body.end_time];
	const own = sorted(times);
	const days = [...daysOfRuns(body), ...own].sort();
	const [first] = days;
	const latest = days.at(-1);
	const last = isOpen(body) && latest !== undefined ? aYearAfter(latest) : latest;
	if (own.length === 0 || first === undefined || last === undefined || !changesItsClock(zone, first, last)) return [];
	return [
		`The clock in ${zone} changes between ${first} and ${last}. After the change, the campaign may call an hour too early or too late, because Kayse gets "${START_LABEL}" and "${END_LABEL}" as offsets from UTC. Create one campaign before the change, and one after it.`,
	];
}
