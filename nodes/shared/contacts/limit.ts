/** At most so many contacts of one person in a period. */
export interface ContactLimit {
	most: number;
	periodMs: number;
}

/** In ms. */
export const HOUR_MS = 60 * 60_000;

const HOURS_A_DAY = 24;

/** A whole hour, as hours since the epoch. */
type Hour = number;

/** The hour of a point in time. */
export const hourOf = (epochMs: number): Hour => Math.floor(epochMs / HOUR_MS);

/** Longer than counting a contact takes on a slow store. */
const NEAR_MS = 60_000;

/** The hour that begins close to this time; undefined when no hour does. */
export function turnNear(epochMs: number): Hour | undefined {
	const hour = hourOf(epochMs + NEAR_MS);
	return hour === hourOf(epochMs - NEAR_MS) ? undefined : hour;
}

const dayOf = (hour: Hour): number => Math.floor(hour / HOURS_A_DAY);

const range = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, place) => first + place);

/**
 * The store has no times; it knows only whether a key exists. So the time is in the key, and a day's key says whether
 * its hours must be looked up.
 */
const dayKey = (person: string, day: number): string => `contact ${person} day ${day}`;

const hourKey = (person: string, hour: Hour, place: number): string => `contact ${person} hour ${hour} ${place}`;

/** Decides which of several contacts gets a place. It is never looked up, because a lookup would write it. */
const placeKey = (person: string, hour: Hour, place: number): string => `contact ${person} place ${hour} ${place}`;

/** The same around a full hour, when contacts compete for the places of two hours. */
export const turnKey = (person: string, turn: Hour, place: number): string => `contact ${person} turn ${turn} ${place}`;

/**
 * The hours whose contacts count now. The first hour counts as a whole, because the time of a contact within it is not
 * known.
 */
const window = ({ periodMs }: ContactLimit, now: number): [first: Hour, last: Hour] => [
	hourOf(now - periodMs),
	hourOf(now),
];

/** Keys to look up, each with its day. */
export function dayKeys(person: string, limit: ContactLimit, now: number): Map<string, number> {
	const [first, last] = window(limit, now);
	return new Map(range(dayOf(first), dayOf(last)).map((day) => [dayKey(person, day), day]));
}

/**
 * Keys to look up, each with its hour.
 * @param days on which there was a contact
 */
export function hourKeys(person: string, limit: ContactLimit, now: number, days: readonly number[]): Map<string, Hour> {
	const [first, last] = window(limit, now);
	const hours = days.flatMap((day) =>
		range(Math.max(first, day * HOURS_A_DAY), Math.min(last, (day + 1) * HOURS_A_DAY - 1)),
	);
	return new Map(hours.flatMap((hour) => range(1, limit.most).map((place) => [hourKey(person, hour, place), hour])));
}

/** The keys of one more contact in the store, and the contacts before it. */
export interface ContactKeys {
	/** Hours of the contacts that count, including those that took a place meanwhile. */
	before: Hour[];
	day: string;
	hour: string;
	/** If several contacts compete for this key, only one may be made. */
	place: string;
}

/**
 * The keys of one more contact.
 * @param found hours of the contacts that count
 * @param taken places that others have
 */
export function contactKeys(
	person: string,
	now: number,
	found: readonly Hour[],
	taken: ReadonlySet<string>,
): ContactKeys {
	const hour = hourOf(now);
	const before = [...found];
	let place = found.filter((each) => each === hour).length + 1;
	for (; taken.has(placeKey(person, hour, place)); place++) before.push(hour);
	return {
		before,
		day: dayKey(person, dayOf(hour)),
		hour: hourKey(person, hour, place),
		place: placeKey(person, hour, place),
	};
}

/**
 * When one more contact is possible: now, or when enough earlier contacts no longer count.
 * @param before hours of the contacts that count now
 * @returns epoch ms
 */
export function possibleAt({ most, periodMs }: ContactLimit, now: number, before: readonly Hour[]): number {
	const last = [...before].sort((a, b) => a - b)[before.length - most];
	return last === undefined ? now : (last + 1) * HOUR_MS + periodMs;
}
