import { invalidInput } from '../../../shared/contract/failure';
import { isRecord } from '../../../shared/values/json';
import { isNothing } from '../../../shared/values/reading/nothing';
import { readWholeNumber } from '../../../shared/values/reading/number';
import { rowsIn, type Body } from './rows';
import { largest, smallest } from '../../../shared/values/extremes';

function delayFrom(row: Record<string, unknown>): Record<string, number> {
	const part = (name: string, label: string) =>
		isNothing(row[name]) ? 0 : readWholeNumber(row[name], { label, timeZone: '', min: 0 });
	const delay = { minutes: part('minutes', 'Minutes'), hours: part('hours', 'Hours'), days: part('days', 'Days') };
	if (Object.values(delay).some((amount) => amount > 0)) return delay;
	throw invalidInput(
		'A callback delay is 0',
		'Kayse would call again at once. Enter minutes, hours or days, or remove the delay.',
	);
}

/** Reads the rows of the fixed collection. */
export function delaysFrom(value: unknown): Array<Record<string, number>> {
	const { delay: rows = [] } = isRecord(value) ? value : {};
	return (Array.isArray(rows) ? rows : [rows]).filter(isRecord).map(delayFrom);
}

const MINUTES = new Map([
	['minutes', 1],
	['hours', 60],
	['days', 1_440],
]);

const WEEK_MINUTES = 7 * 1_440;

/** With a shorter delay, a person who does not answer is called again at once. */
const SHORTEST_MINUTES = 15;

/** In debt collection, more calls within seven days count as harassment (12 CFR 1006.14(b)(2)). */
const MOST_CALLS_A_WEEK = 7;

const minutesOf = (delay: Body): number =>
	[...MINUTES].reduce((sum, [unit, minutes]) => sum + (Number(delay[unit]) || 0) * minutes, 0);

/** Warnings about calling people again too soon or too often. */
export function delayWarnings(body: Body): string[] {
	const delays = rowsIn(body, 'callback_delays').map(minutesOf);
	const calls = delays.reduce((rung, delay) => [...rung, (rung.at(-1) ?? 0) + delay], [0]);
	const mostCalls = largest(
		calls.map((first) => calls.filter((time) => time >= first && time < first + WEEK_MINUTES).length),
	);
	const shortest = smallest(delays);
	return [
		...(shortest < SHORTEST_MINUTES
			? [
					`"Callback Delays" has one of ${shortest} min. Without an answer, Kayse calls the person again almost at once.`,
				]
			: []),
		...(mostCalls > MOST_CALLS_A_WEEK
			? [
					`With "Callback Delays", Kayse calls a person without an answer ${mostCalls} times in seven days. For debt collectors, US law presumes harassment above ${MOST_CALLS_A_WEEK} (12 CFR 1006.14).`,
				]
			: []),
	];
}
