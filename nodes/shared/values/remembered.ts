const MOST = 1_000;

/** The same function with a cache of its results: for the names of columns, which all rows of a table share. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		if (known.size >= MOST) known.clear();
		const made = of(text);
		known.set(text, made);
		return made;
	};
}
