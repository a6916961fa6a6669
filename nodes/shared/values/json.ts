/** A JSON object, not an array, a scalar or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A date of luxon or JavaScript, or another object with its own text form. */
export const writesItself = (value: Record<string, unknown>): boolean => typeof value.toJSON === 'function';

/**
 * A value without its empty members, and without objects that become empty by that; an array keeps an empty object.
 * @param saysNothing whether a member, or an entry of a list, is empty
 */
export function filledIn(
	value: unknown,
	saysNothing: (value: unknown, isEntry: boolean) => boolean,
	isEntry = false,
): unknown[] {
	if (saysNothing(value, isEntry)) return [];
	if (Array.isArray(value)) return [value.flatMap((entry) => filledIn(entry, saysNothing, true))];
	if (!isRecord(value) || writesItself(value)) return [value];
	const members = Object.entries(value);
	const filled = members.flatMap(([name, member]) =>
		filledIn(member, saysNothing).map((kept) => [name, kept] as const),
	);
	return filled.length === 0 && members.length > 0 && saysNothing(undefined, isEntry)
		? []
		: [Object.fromEntries(filled)];
}

/** The value at a path of member names; undefined if the path does not exist. */
export const valueAt = (value: unknown, ...path: string[]): unknown => atPath(value, path);

/** The same for a path of any length. */
export function atPath(value: unknown, path: readonly string[]): unknown {
	let current = value;
	for (const name of path) current = isRecord(current) ? current[name] : undefined;
	return current;
}

const sorted = (value: unknown): unknown =>
	isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** JSON in one spelling, for any order of members. */
export const canonicalJson = (value: unknown): string =>
	JSON.stringify(value, (_, member: unknown) => sorted(member)) ?? '';
