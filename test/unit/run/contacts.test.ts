import { beforeEach, describe, expect, it } from '@jest/globals';

import type { ContactRules } from '../../../nodes/shared/contacts/fields';
import { HOUR_MS } from '../../../nodes/shared/contacts/limit';
import type { Contact } from '../../../nodes/shared/contract/contact';
import { ItemsHeldBack } from '../../../nodes/shared/contract/intent';
import type { PersistentKeys } from '../../../nodes/shared/contract/persistentKeys';
import { processKeys } from '../../../nodes/shared/memory/processKeys';
import { Contacts } from '../../../nodes/shared/run/contacts';

const START = Date.UTC(2026, 0, 14, 17, 30);

let now = START;
let store: PersistentKeys = processKeys(30_000);

beforeEach(() => {
	now = START;
	store = processKeys(30_000);
});

const time = { now: () => now, sleep: async () => {} };

const calling = (person: string, rest: Partial<Contact> = {}): Contact => ({
	person,
	channel: 'call',
	telephone: person,
	...rest,
});

const daily: ContactRules = { limit: { most: 1, periodMs: 24 * HOUR_MS }, oneThrough: false };

/** A run whose items reach these persons. */
const runOf = (people: Contact[], rules: ContactRules = daily, execution = 'a') =>
	new Contacts(store, time, (index) => {
		const contact = people[index];
		return contact && { contact, rules, key: `${execution} ${index}`, effect: String(index) };
	});

const dana = calling('+12125550123');
const ann = calling('+13125550124');

async function heldBackBy(contacts: Contacts, indexes: number[]): Promise<number[]> {
	return await contacts
		.gateOf(indexes)
		.declare()
		.then(
			() => [],
			(thrown: unknown) => (thrown instanceof ItemsHeldBack ? [...thrown.failures.keys()] : Promise.reject(thrown)),
		);
}

describe('the gate before a contact', () => {
	it('lets one of two items through that reach a person at the same time', async () => {
		const contacts = runOf([dana, dana]);
		const held = await Promise.all([heldBackBy(contacts, [0]), heldBackBy(contacts, [1])]);
		expect(held.flat()).toHaveLength(1);
	});

	it('lets one of two runs through, as of a node that two workers run', async () => {
		const held = await Promise.all([
			heldBackBy(runOf([dana], daily, 'a'), [0]),
			heldBackBy(runOf([dana], daily, 'b'), [0]),
		]);
		expect(held.flat()).toHaveLength(1);
	});

	it('names the held-back persons of a batch, and counts none of the batch: the others come again', async () => {
		await heldBackBy(runOf([dana]), [0]);
		const batch = runOf([ann, dana], daily, 'b');
		expect(await heldBackBy(batch, [0, 1])).toEqual([1]);
		expect(await heldBackBy(batch, [0])).toEqual([]);
	});

	it('counts an item once, in any try: after a process that died before the request left, it goes out', async () => {
		await heldBackBy(runOf([dana]), [0]);
		const retry = runOf([dana]);
		expect([...(await retry.heldBack([0])).keys()]).toEqual([]);
		expect(await heldBackBy(retry, [0])).toEqual([]);
		now += 25 * HOUR_MS;
		expect(await heldBackBy(runOf([dana], daily, 'later'), [0])).toEqual([]);
	});

	it('frees the place of a missed contact', async () => {
		const refused = runOf([dana]);
		await refused.gateOf([0]).declare();
		await refused.gateOf([0]).withdraw();
		expect(await heldBackBy(runOf([dana], daily, 'b'), [0])).toEqual([]);
	});

	it('has freed, at the end of the run, the places of items for which an accepted request did nothing', async () => {
		const slow: PersistentKeys = {
			...store,
			remove: async (keys) => await new Promise((resolve) => setImmediate(() => resolve(store.remove(keys)))),
		};
		const contacts = new Contacts(slow, time, (index) => ({
			contact: dana,
			rules: daily,
			key: `a ${index}`,
			effect: '',
		}));
		await contacts.gateOf([0]).declare();
		contacts.notMade(0);
		await contacts.flush();
		expect(await heldBackBy(runOf([dana], daily, 'b'), [0])).toEqual([]);
	});

	it('reads the clock again: hours that end while a run waits for its turn hold the rest back', async () => {
		const hours = { from: '08:00', to: '21:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
		const contacts = runOf([dana], { hours, oneThrough: false });
		expect((await contacts.heldBack([0])).size).toBe(0);
		now += 9 * HOUR_MS;
		expect(await heldBackBy(contacts, [0])).toEqual([0]);
	});

	it('does not hold back beforehand an item that does more than reach a person', async () => {
		await heldBackBy(runOf([dana]), [0]);
		const lead = runOf([calling(dana.person, { isLastStep: true })], daily, 'b');
		expect((await lead.heldBack([0])).size).toBe(0);
		expect(await heldBackBy(lead, [0])).toEqual([0]);
	});

	it('counts calls and texts outside the person’s usual hours, in any possible zone of the number', async () => {
		const plain: ContactRules = { oneThrough: false };
		const people = [
			calling('+81312345678'),
			dana,
			calling('+18005550123'),
			calling('+81312345679', { channel: 'email' }),
		];
		const contacts = runOf(people, plain);
		for (const index of people.keys()) await contacts.gateOf([index]).declare();
		expect(contacts.unusualCount).toBe(1);
		await contacts.gateOf([0]).withdraw();
		expect(contacts.unusualCount).toBe(0);
	});
});

describe('before a run sends anything', () => {
	it('holds back the later items of a person, not the first', async () => {
		const contacts = runOf([dana, ann, dana, dana], { limit: { most: 2, periodMs: HOUR_MS }, oneThrough: false });
		expect([...(await contacts.heldBack([0, 1, 2, 3])).keys()]).toEqual([3]);
	});

	it('leaves equal items to the operations that send them once', async () => {
		const contacts = new Contacts(store, time, (index) => ({
			contact: dana,
			rules: daily,
			key: `a ${index}`,
			effect: 'equal',
		}));
		expect((await contacts.heldBack([0, 1])).size).toBe(0);
	});
});

describe('a number that may be in several time zones', () => {
	const hours = { from: '09:00', to: '12:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };

	it('must be within the hours in all of them, or is refused if there is no such time', async () => {
		const failures = await runOf([calling('+18005550123')], { hours, oneThrough: false }).heldBack([0]);
		expect(failures.get(0)).toMatchObject({
			kind: 'input',
			message: expect.stringContaining('the number may be in several time zones'),
		});
	});

	it('is decided by a field of the data', async () => {
		const failures = await runOf([calling('+18005550123')], {
			hours: { ...hours, timeZone: 'America/Denver' },
			oneThrough: false,
		}).heldBack([0]);
		expect(failures.size).toBe(0);
	});
});

describe('10,000 items', () => {
	/** A store that counts how often it is asked. */
	function counting(): { asked: () => number; store: PersistentKeys } {
		let asked = 0;
		const { find, ...rest } = processKeys(30_000);
		return { asked: () => asked, store: { ...rest, find: async (keys) => ((asked += 1), await find(keys)) } };
	}

	it('of as many persons are looked up together, before anything is sent', async () => {
		const counted = counting();
		store = counted.store;
		const people = Array.from({ length: 10_000 }, (_, place) => calling(`+1212${String(5_550_000 + place)}`));
		expect((await runOf(people).heldBack([...people.keys()])).size).toBe(0);
		// Two days each, a thousand keys at once.
		expect(counted.asked()).toBeLessThan(50);
	});

	it('of one person are answered at once: one contact is the most', async () => {
		const counted = counting();
		store = counted.store;
		const people = Array.from({ length: 10_000 }, () => dana);
		expect((await runOf(people).heldBack([...people.keys()])).size).toBe(9_999);
		expect(counted.asked()).toBeLessThan(5);
	});
});
