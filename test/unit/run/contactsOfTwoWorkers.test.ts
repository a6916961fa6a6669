import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ContactRules } from '../../../nodes/shared/contacts/fields';
import { HOUR_MS } from '../../../nodes/shared/contacts/limit';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { persistentKeys } from '../../../nodes/shared/memory/persistentKeys';
import { Contacts } from '../../../nodes/shared/run/contacts';
import { KeyTable, type Pace } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';

const daily = (most: number): ContactRules => ({ limit: { most, periodMs: 24 * HOUR_MS }, oneThrough: false });

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
		private readonly most = 1,
		pace?: Pace,
	) {
		this.log = new KeyLog(table.store(pace), time);
	}

	async run(execution: string, people: readonly string[]): Promise<void> {
		const contacts = new Contacts(persistentKeys(this.log), this.time, (index) => {
			const person = people[index] ?? '';
			return {
				contact: { person, channel: 'call', telephone: person },
				rules: daily(this.most),
				key: `${execution} ${index}`,
				effect: String(index),
			};
		});
		const heldBack = await contacts.heldBack([...people.keys()]);
		const left = [...people.keys()].filter((index) => !heldBack.has(index));
		const lane = async (): Promise<void> => {
			for (let index = left.shift(); index !== undefined; index = left.shift()) {
				if (
					!(await contacts
						.gateOf([index])
						.declare()
						.then(
							() => true,
							() => false,
						))
				)
					continue;
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

describe('Contact Limit, if two workers run the node at once', () => {
	it('reaches each person once, from either worker, and leaves none out', async () => {
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

	const TURN = Date.UTC(2026, 0, 14, 18);

	it.each([
		[
			'two workers, at most 3, each with three calls for a person',
			{ workers: 2, most: 3, times: 3, beforeTurnMs: 1_800_000 },
		],
		[
			'two workers, at most 2, each with two calls for a person',
			{ workers: 2, most: 2, times: 2, beforeTurnMs: 1_800_000 },
		],
		[
			'three workers, at most 2, each with one call for a person',
			{ workers: 3, most: 2, times: 1, beforeTurnMs: 1_800_000 },
		],
		['at most 1, just before the turn of an hour', { workers: 2, most: 1, times: 1, beforeTurnMs: 150 }],
	])(
		'%s: no person is reached more often',
		async (_, { workers, most, times, beforeTurnMs }) => {
			await fc.assert(
				fc.asyncProperty(
					fc.integer({ min: 0, max: 30 }),
					fc.integer({ min: 0, max: 200 }),
					async (delayMs, earlierMs) => {
						const time = new ManualTime(TURN - beforeTurnMs - earlierMs);
						const table = new KeyTable(time);
						const called = new Map<string, number>();
						const people = Array.from({ length: 12 }, (_, place) => `+1212555${String(place).padStart(4, '0')}`);
						const list = Array.from({ length: times }, () => people).flat();
						const late = async (worker: number) => {
							await time.sleep((delayMs * worker) % 30);
							await new Worker(table, time, called, most).run(`run ${worker}`, list);
						};
						await time.run(Promise.all(Array.from({ length: workers }, (_, worker) => late(worker))));
						expect([...called.values()].filter((count) => count > most)).toEqual([]);
					},
				),
				{ numRuns: 8 },
			);
		},
		120_000,
	);
});

const quickMs = fc.integer({ min: 0, max: 20 });
const slowMs = fc.integer({ min: 0, max: 1_000 });
const verySlowMs = fc.integer({ min: 0, max: 5_000 });

/** How a worker gets on with the table: n8n's database and the machine are busy. */
const workerWith = (milliseconds: fc.Arbitrary<number>) =>
	fc.record({
		startMs: fc.integer({ min: 0, max: 100 }),
		paces: fc.array(fc.tuple(milliseconds, milliseconds), { minLength: 10, maxLength: 20 }),
		/** Stands still in the middle of this write, as SIGSTOP has it, unless it has won somebody before. */
		frozenIn: fc.integer({ min: 0, max: 12 }),
		frozenMs: fc.integer({ min: 0, max: 10_000 }),
	});

const slow = workerWith(fc.oneof({ weight: 9, arbitrary: quickMs }, { weight: 1, arbitrary: slowMs }));
const alwaysSlow = workerWith(verySlowMs);

type Pacing = typeof slow extends fc.Arbitrary<infer T> ? T : never;

function paceOf({ paces, frozenIn, frozenMs }: Pacing): Pace {
	let writes = 0;
	let hasWon = false;
	return (keys) => {
		hasWon ||= keys.some((key) => key.endsWith(' won'));
		const [readMs, writeMs] = paces[writes % paces.length] ?? [0, 0];
		return [readMs, writeMs + (writes++ === frozenIn && !hasWon ? frozenMs : 0)];
	};
}

/** @returns how often each was called */
async function calledBy(workers: readonly Pacing[], people: readonly string[]): Promise<Array<number | undefined>> {
	const time = new ManualTime(START);
	const table = new KeyTable(time);
	const called = new Map<string, number>();
	const run = async (worker: Pacing, place: number) => {
		const started = new Worker(table, time, called, 1, paceOf(worker));
		await time.sleep(worker.startMs);
		await started.run(`run ${place}`, people);
	};
	await time.run(Promise.all(workers.map(run)));
	return people.map((person) => called.get(person));
}

const peopleOf = (count: number) =>
	Array.from({ length: count }, (_, place) => `+1212555${String(place).padStart(4, '0')}`);

describe('Contact Limit, if some writes take seconds, and a worker stops for up to ten seconds in the middle of one', () => {
	it('two workers with the same list never call the same person', async () => {
		await fc.assert(
			fc.asyncProperty(slow, slow, fc.integer({ min: 1, max: 7 }), async (first, second, count) => {
				const called = await calledBy([first, second], peopleOf(count));
				expect(called.filter((times = 0) => times > 1)).toEqual([]);
			}),
			{ numRuns: 100, endOnFailure: true },
		);
	}, 120_000);

	it.each([
		['slow at times', slow],
		['slow always', alwaysSlow],
	])(
		'a single worker, %s, calls all persons',
		async (_, worker) => {
			await fc.assert(
				fc.asyncProperty(worker, fc.integer({ min: 1, max: 12 }), async (each, count) => {
					expect(await calledBy([each], peopleOf(count))).toEqual(peopleOf(count).map(() => 1));
				}),
				{ numRuns: 50 },
			);
		},
		120_000,
	);
});
