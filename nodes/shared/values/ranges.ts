/** `[0, 1, 2, 5]` as "0 to 2, 5". */
export function ranges(items: number[]): string {
	const runs: Array<[number, number]> = [];
	for (const item of [...items].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && item === last[1] + 1) last[1] = item;
		else runs.push([item, item]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}
