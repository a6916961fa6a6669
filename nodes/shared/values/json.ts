/** A JSON object, as opposed to an array, a scalar or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of member names, undefined where the path breaks off. */
export function at(value: unknown, ...path: string[]): unknown {
	let current = value;
	for (const name of path) current = isRecord(current) ? current[name] : undefined;
	return current;
}
