/** Longest list in a message. */
const MOST_LISTED = 5;

/** The first few of a list, and how many others there are. */
export function firstFew(listed: readonly string[], between = ', '): string {
	const shown = listed.slice(0, MOST_LISTED).join(between);
	return listed.length > MOST_LISTED ? `${shown} and ${listed.length - MOST_LISTED} more` : shown;
}

/**
 * `[0, 1, 2, 5]` as "0 to 2, 5".
 * @param most how many parts are listed; of the others, the number of items is given
 */
export function ranges(items: readonly number[], most = MOST_LISTED): string {
	const runs: Array<[number, number]> = [];
	for (const item of [...items].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && item === last[1] + 1) last[1] = item;
		else runs.push([item, item]);
	}
	const shown = runs.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
	const hidden = runs.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0);
	return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}
