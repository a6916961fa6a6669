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

const sorted = (value: unknown): unknown =>
	isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** JSON in one spelling, whatever the order of members. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_, member: unknown) => sorted(member)) ?? '';
