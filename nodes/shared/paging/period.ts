import { valueAt } from '../values/json';
import type { Page, PageStyle } from './page';
import { plainText } from '../values/text';

/** Points in time, in epoch milliseconds: the first that is included, and the first after it that is not. */
export interface Period {
	from: number;
	to: number;
}

/**
 * A list of which only the rows of a period are wanted. It ends at older rows if its pages have the newest first;
 * otherwise it is read to its end. A row without a time is included.
 * @param member with the time of a row
 */
export function within(style: PageStyle, member: string, { from, to }: Period): PageStyle {
	const timeOf = (row: unknown) => Date.parse(plainText(valueAt(row, member)));
	return {
		...style,
		isWanted(row) {
			const time = timeOf(row);
			return Number.isNaN(time) || (time >= from && time < to);
		},
		isEnough({ rows }: Page) {
			const times = rows.map(timeOf);
			const isNewestFirst = times.every((time, index) => time <= (times[index - 1] ?? Infinity));
			return isNewestFirst && (times.at(-1) ?? Infinity) < from;
		},
	};
}
