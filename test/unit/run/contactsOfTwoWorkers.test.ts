import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ContactRules } from '../../../nodes/shared/contacts/fields';
import { HOUR_MS } from '../../../nodes/shared/contacts/limit';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { lastingKeys } from '../../../nodes/shared/memory/lastingKeys';
import { Contacts } from '../../../nodes/shared/run/contacts';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';

const daily: ContactRules = { limit: { most: 1, periodMs: 24 * HOUR_MS }, oneThrough: false };

/** Requests of a run in flight. */
const IN_FLIGHT = 5;

/** How long a call takes to be placed, in milliseconds. */
const CALL_MS = 40;

const START = Date.UTC(2026, 0, 14, 17, 30);

/** Calls persons as a run of a node does. @returns how often each was called */
class Worker {
	private readonly log: KeyLog;

	constructor(
		table: KeyTable,
		private readonly time: ManualTime,
		private readonly called: Map<string, number>,
	) {
		this.log = new KeyLog(table.store(), time);
	}

	async run(execution: string, people: readonly string[]): Promise<void> {
		const contacts = new Contacts(lastingKeys(this.log), this.time, (index) => {
			const person = people[index] ?? '';
			return { contact: { person, channel: 'call', telephone: person }, rules: daily, key: `${execution} ${index}`, effect: String(index) };
		});
		const heldBack = await contacts.heldBack([...people.keys()]);
		const left = [...people.keys()].filter((index) => !heldBack.has(index));
		const lane = async (): Promise<void> => {
			for (let index = left.shift(); index !== undefined; index = left.shift()) {
				if (!(await contacts.gateOf([index]).declare().then(() => true, () => false))) continue;
				const person = people[index] ?? '';
				this.called.set(person, (this.called.get(person) ?? 0) + 1);
				await this.log.write({ keys: [`intent ${execution} ${index}`] });
				await this.time.sleep(CALL_MS);
			}
		};
		await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
		await contacts.flush();
		await this.log.flush();
	}
}

describe('Contact Limit, where two workers run the node at once', () => {
	it('reaches each person once, whichever worker has it, and leaves none out', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 25 }), async (delayMs, count) => {
				const time = new ManualTime(START);
				const table = new KeyTable(time);
				const called = new Map<string, number>();
				const people = Array.from({ length: count }, (_, place) => `+1212555${String(place).padStart(4, '0')}`);
				const [first, second] = [new Worker(table, time, called), new Worker(table, time, called)];
				const later = async () => {
					await time.sleep(delayMs);
					await second.run('b', people);
				};
				await time.run(Promise.all([first.run('a', people), later()]));
				expect(people.map((person) => called.get(person))).toEqual(people.map(() => 1));
			}),
			{ numRuns: 60 },
		);
	});
});
