/** A time in early 2026: the day counts from January 1, the hour is in UTC. */
export const day = (number: number, hour = 8) => new Date(Date.UTC(2026, 0, 1 + number, hour)).toISOString();

/** The numbers from 0 on, `count` of them. */
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The value at this index of the endlessly repeated list. */
export const cycle = <T>(values: readonly T[], index: number): T | undefined => values[index % values.length];

/** The records by their ID. */
export const byId = <T extends { id: string }>(values: readonly T[]) =>
	new Map(values.map((value) => [value.id, value]));
