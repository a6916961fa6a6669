/** Objects and lists within one another; more than that is no data of people, and takes programs down that go through it. */
export const MOST_LEVELS = 100;

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether objects and lists are nested deeper than this. Level by level, as what is nested deeply would be too much for calls within calls. */
export function isDeeperThan(value: unknown, levels: number): boolean {
	const seen = new Set<object>();
	let level = [value].filter(isContainer);
	for (let depth = 0; level.length > 0; depth++) {
		if (depth >= levels) return true;
		const next: object[] = [];
		for (const container of level) {
			for (const inner of Object.values(container)) {
				if (!isContainer(inner) || seen.has(inner)) continue;
				seen.add(inner);
				next.push(inner);
			}
		}
		level = next;
	}
	return false;
}
