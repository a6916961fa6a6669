/** At most so many contacts of one person in a period. */
export interface ContactLimit {
	most: number;
	periodMs: number;
}

export const HOUR_MS = 60 * 60_000;

const HOURS_A_DAY = 24;

/** A whole hour, as hours since the epoch. */
type Hour = number;

export const hourOf = (epochMs: number): Hour => Math.floor(epochMs / HOUR_MS);

/** Longer than it takes to count a contact, on a slow store. */
const NEAR_MS = 60_000;

/** The hour that begins at about this time; undefined when none does. */
export function turnNear(epochMs: number): Hour | undefined {
	const hour = hourOf(epochMs + NEAR_MS);
	return hour === hourOf(epochMs - NEAR_MS) ? undefined : hour;
}

const dayOf = (hour: Hour): number => Math.floor(hour / HOURS_A_DAY);

const range = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, place) => first + place);

/** The store knows no times, but whether a key is there: so the time is in the key, and a day's key tells whether to look at its hours. */
const dayKey = (person: string, day: number): string => `contact ${person} day ${day}`;

const hourKey = (person: string, hour: Hour, place: number): string => `contact ${person} hour ${hour} ${place}`;

/** Of those who want the same place, one has it. Nobody looks for this key, which would write it. */
const placeKey = (person: string, hour: Hour, place: number): string => `contact ${person} place ${hour} ${place}`;

/** The same for the turn of an hour, where the places of two hours are wanted at once. */
export const turnKey = (person: string, turn: Hour, place: number): string => `contact ${person} turn ${turn} ${place}`;

/** The hours whose contacts count at a time. The first one counts as a whole, as nothing tells when in it a contact was. */
const window = ({ periodMs }: ContactLimit, now: number): [first: Hour, last: Hour] => [
	hourOf(now - periodMs),
	hourOf(now),
];

/** Keys to look for, by the day that they stand for. */
export function dayKeys(person: string, limit: ContactLimit, now: number): Map<string, number> {
	const [first, last] = window(limit, now);
	return new Map(range(dayOf(first), dayOf(last)).map((day) => [dayKey(person, day), day]));
}

/** Keys to look for, by the hour that they stand for. @param days on which there was a contact */
export function hourKeys(person: string, limit: ContactLimit, now: number, days: readonly number[]): Map<string, Hour> {
	const [first, last] = window(limit, now);
	const hours = days.flatMap((day) =>
		range(Math.max(first, day * HOURS_A_DAY), Math.min(last, (day + 1) * HOURS_A_DAY - 1)),
	);
	return new Map(hours.flatMap((hour) => range(1, limit.most).map((place) => [hourKey(person, hour, place), hour])));
}

export interface ContactKeys {
	/** Hours of the contacts that count already, with those that took a place meanwhile. */
	before: Hour[];
	day: string;
	hour: string;
	/** Of several who want it, one may make the contact. */
	place: string;
}

/**
 * The keys of one more contact.
 * @param found hours of the contacts that count already
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
 * When one more contact is possible: now, or once so many of the earlier ones no longer count.
 * @param before hours of the contacts that count now
 * @returns epoch ms
 */
export function possibleAt({ most, periodMs }: ContactLimit, now: number, before: readonly Hour[]): number {
	const last = [...before].sort((a, b) => a - b)[before.length - most];
	return last === undefined ? now : (last + 1) * HOUR_MS + periodMs;
}
