import { isRecord } from '../values/json';

/** Changes all texts of a JSON value, and the names of its members. */
export const mapTexts =
	(change: (text: string) => string) =>
	(value: unknown): unknown => {
		if (typeof value === 'string') return change(value);
		if (Array.isArray(value)) return value.map(mapTexts(change));
		if (!isRecord(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), mapTexts(change)(member)]));
	};

/** Changes the members of all objects in a JSON value, innermost first. */
export const mapMembers =
	(change: (name: string, value: unknown) => unknown) =>
	(value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(mapMembers(change));
		if (!isRecord(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, member]) => [name, change(name, mapMembers(change)(member))]),
		);
	};
