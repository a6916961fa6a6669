import { valueAt } from '../values/json';
import { plainText } from '../values/text';
import { mayContinue, cannotContinue } from './continuation';
import type { PageStyle, SizedList } from './page';

/**
 * The point in time from which to go on. Rows with the same time may be on two pages, and it is open whether the API
 * includes rows of the cursor's own time. So it is the time before the last row's: all rows of that time come again,
 * and the loop drops the known ones.
 */
function lastCompleteTime(rows: unknown[], member: string): string {
	const times = rows.map((row) => valueAt(row, member));
	const last = times.at(-1);
	const complete = times.findLast((time) => time !== last);
	if (typeof complete === 'string') return complete;
	throw cannotContinue(
		`The list has more than ${rows.length} rows with the same time, and the API cannot return the others`,
		rows.length,
	);
}

const timesOf = (rows: unknown[], member: string): number[] =>
	rows.map((row) => Date.parse(plainText(valueAt(row, member)))).filter((time) => !Number.isNaN(time));

function isOldestFirst(times: number[]): boolean {
	const [first, last] = [times[0], times.at(-1)];
	return first !== undefined && last !== undefined && first < last;
}

/** If the rows are in another order, going on from a row's time would skip rows. */
function isInOrder(times: number[], oldestFirst: boolean): boolean {
	return times.every((time, index) => {
		const before = times[index - 1] ?? time;
		return oldestFirst ? before <= time : before >= time;
	});
}

/**
 * The same for an API that may sort rows by their last change. Pages that fit both orders do not say which one it is.
 * In that order, later rows were created no later than the last row was changed.
 */
function lastTimeByEither(rows: unknown[], member: string, changed: string): string {
	const cursor = lastCompleteTime(rows, member);
	const last = valueAt(rows.at(-1), changed);
	const isInBoth =
		typeof last === 'string' && isInOrder(timesOf(rows, changed), false) && Date.parse(last) > Date.parse(cursor);
	if (!isInBoth) return cursor;
	if (Date.parse(last) < Date.parse(plainText(valueAt(rows[0], member)))) return last;
	throw cannotContinue(
		'The list may be sorted by the last change, so the rows after these cannot be reached',
		rows.length,
	);
}

/**
 * A list that goes on from a row's time, such as `created_at`. `changed` is the time of a row's last change, if the API
 * may sort by it. `older` asks for rows before a time; `newer`, if the API may list the oldest first, for rows after
 * it.
 */
export const byTime = (
	style: SizedList & { member: string; changed?: string; older: string; newer?: string },
): PageStyle => ({
	inWords: `by time, ${style.size.max} a page`,
	rows: style.rows,
	size: style.size,
	constantSize: true,
	comesAgain: true,
	next(page) {
		if (!mayContinue(page)) return undefined;
		const { newer, older, member, changed } = style;
		const times = timesOf(page.rows, member);
		const oldestFirst = isOldestFirst(times);
		if (!isInOrder(times, oldestFirst)) {
			throw cannotContinue('The list is not sorted by time, so the rows after these cannot be reached', page.seen);
		}
		if (newer !== undefined && oldestFirst) return { [newer]: lastCompleteTime(page.rows, member) };
		return {
			[older]:
				changed === undefined ? lastCompleteTime(page.rows, member) : lastTimeByEither(page.rows, member, changed),
		};
	},
	// Rows of the last time come again as a page of their own.
	repeated: 'end',
});
