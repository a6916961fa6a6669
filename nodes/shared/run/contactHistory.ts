import { dayKeys, hourKeys, type ContactLimit } from '../contacts/limit';
import type { PersistentKeys } from '../contract/persistentKeys';

/** A person, and the rule that needs the contacts with this person. */
export interface ContactQuery {
	person: string;
	limit: ContactLimit;
}

/** A lookup writes the key for a moment. In a full store it pushes out an old key. */
const KEYS_AT_ONCE = 1_000;

/** @returns the keys that are in the store, of any number of keys */
export async function findAll(keys: readonly string[], store: PersistentKeys): Promise<Set<string>> {
	const there = new Set<string>();
	for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
		for (const key of await store.find(keys.slice(start, start + KEYS_AT_ONCE))) there.add(key);
	}
	return there;
}

const valuesOf = (keys: ReadonlyMap<string, number>, there: ReadonlySet<string>): number[] =>
	[...keys].filter(([key]) => there.has(key)).map(([, value]) => value);

/**
 * The contacts that count now.
 * @returns their hours, in the order of `asked`
 */
export async function contactsOf(
	asked: readonly ContactQuery[],
	now: number,
	store: PersistentKeys,
): Promise<number[][]> {
	const days = asked.map(({ person, limit }) => dayKeys(person, limit, now));
	const daysThere = await findAll([...new Set(days.flatMap((keys) => [...keys.keys()]))], store);
	const hours = asked.map(({ person, limit }, place) =>
		hourKeys(person, limit, now, valuesOf(days[place] ?? new Map(), daysThere)),
	);
	const hoursThere = await findAll([...new Set(hours.flatMap((keys) => [...keys.keys()]))], store);
	return hours.map((keys) => valuesOf(keys, hoursThere));
}
