import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ItemFailure, invalidInput, type Failure } from '../../../nodes/shared/contract/failure';
import { Run, type Pass, type Plan } from '../../../nodes/shared/run/run';
import { ManualTime } from '../support/manualTime';

type End = 'done' | 'crash' | Exclude<Failure['kind'], 'input'> | 'input';

/** An n8n that passes over items, and the items' work by script: item and pass decide how it ends. */
class Engine {
	readonly time = new ManualTime();

	readonly run = new Run(this.time);

	/** Items worked in each pass, in order. */
	readonly worked: number[][] = [];

	constructor(private readonly pass: Partial<Pass> = {}) {}

	/** One pass over items that end like this. @returns what each is told, as `done` or its failure's kind */
	async go(ends: End[], started = ends.length): Promise<string[]> {
		const worked: number[] = [];
		this.worked.push(worked);
		const pass: Pass = { total: ends.length, stopOnFailure: false, isReadable: () => true, ...this.pass };
		const outcomes = await this.time.run(
			Promise.all(ends.slice(0, started).map((end, item) => this.run.perform(item, pass, this.plan(end, item, worked)))),
		);
		return outcomes.map(({ outcome }) => (outcome.rows ? 'done' : outcome.failure.kind));
	}

	private plan(end: End, item: number, worked: number[]): Plan {
		if (end === 'input') return invalidInput('"Name" is empty', '').failure;
		return async () => {
			worked.push(item);
			await this.time.sleep(item + 1);
			if (end === 'done') return [{ item }];
			if (end === 'crash') throw new TypeError('x is not a function');
			throw new ItemFailure({ kind: end, message: end, description: '' });
		};
	}
}

const ends = fc.constantFrom<End>('done', 'refused', 'unavailable', 'unknown', 'skipped', 'input', 'crash');
const told = (end: End): string => (end === 'crash' ? 'unknown' : end);

describe('a pass', () => {
	it('tells every item its own end', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(ends, { maxLength: 8 }), async (all) => {
				expect(await new Engine().go(all)).toEqual(all.map(told));
			}),
		);
	});

	it('hands every item its own rows', async () => {
		const { run, time } = new Engine();
		const pass: Pass = { total: 2, stopOnFailure: true, isReadable: () => true };
		const work = [0, 1].map(async (item) => await run.perform(item, pass, async () => [{ item }]));
		const outcomes = await time.run(Promise.all(work));
		expect(outcomes.map(({ outcome }) => outcome.rows)).toEqual([[{ item: 0 }], [{ item: 1 }]]);
	});
});

describe('a further pass', () => {
	it('never works what is done or unknown again, and works everything else again', async () => {
		const passes = fc.integer({ min: 1, max: 5 }).chain((items) => {
			const pass = fc.array(ends, { minLength: items, maxLength: items });
			return fc.array(pass, { minLength: 2, maxLength: 4 });
		});
		await fc.assert(
			fc.asyncProperty(passes, async (script) => {
				const engine = new Engine();
				const kept = new Map<number, string>();
				for (const all of script) {
					const answers = await engine.go(all);
					const due = all.flatMap((end, item) => (kept.has(item) || end === 'input' ? [] : [item]));
					expect(engine.worked.at(-1)).toEqual(due);
					answers.forEach((end, item) => {
						const scripted = all[item] ?? 'done';
						expect(end).toBe(kept.get(item) ?? told(scripted));
						if (end === 'done' || end === 'unknown') kept.set(item, end);
					});
				}
			}),
		);
	});

	it('remembers the rows themselves', async () => {
		const { run, time } = new Engine();
		const pass: Pass = { total: 1, stopOnFailure: true, isReadable: () => true };
		await time.run(run.perform(0, pass, async () => [{ id: 'first' }]));
		const { outcome } = await time.run(run.perform(0, pass, async () => [{ id: 'second' }]));
		expect(outcome.rows).toEqual([{ id: 'first' }]);
	});
});

describe('Stop mode', () => {
	it('works nothing at all when an item’s own data is unfit', async () => {
		const engine = new Engine({ stopOnFailure: true });
		expect(await engine.go(['done', 'done', 'input'])).toEqual(['skipped', 'skipped', 'input']);
		expect(engine.worked).toEqual([[]]);
	});

	it('works nothing when a later item that was not started cannot be read', async () => {
		const engine = new Engine({ stopOnFailure: true, isReadable: (item) => item !== 3 });
		expect(await engine.go(['done', 'done', 'done', 'done'], 2)).toEqual(['skipped', 'skipped']);
		expect(engine.worked).toEqual([[]]);
	});

	it('works item by item in an engine that starts them so', async () => {
		const engine = new Engine({ stopOnFailure: true });
		expect(await engine.go(['done', 'done'], 1)).toEqual(['done']);
	});

	it('works what was skipped in the next pass', async () => {
		const engine = new Engine({ stopOnFailure: true });
		await engine.go(['done', 'input']);
		expect(await engine.go(['done', 'done'])).toEqual(['done', 'done']);
		expect(engine.worked).toEqual([[], [0, 1]]);
	});

	it('marks the attempt as stopped as soon as one item failed, and only then', async () => {
		for (const end of ['refused', 'unavailable', 'unknown', 'done'] as const) {
			const { run, time } = new Engine();
			const plan: Plan = async () => {
				if (end === 'done') return [];
				throw new ItemFailure({ kind: end, message: '', description: '' });
			};
			for (const stopOnFailure of [true, false]) {
				const { attempt } = await time.run(run.perform(0, { total: 1, stopOnFailure, isReadable: () => true }, plan));
				expect(attempt.stopped).toBe(stopOnFailure && end !== 'done');
			}
		}
	});

	it('does not look at other items when failures go on as data', async () => {
		const engine = new Engine({ stopOnFailure: false, isReadable: () => false });
		expect(await engine.go(['done', 'done', 'done'], 2)).toEqual(['done', 'done']);
	});
});

describe('a failing item', () => {
	it('hears when all that were started have their outcome', async () => {
		const { run, time } = new Engine();
		const pass: Pass = { total: 3, stopOnFailure: true, isReadable: () => true };
		const finished: number[] = [];
		const work = [30, 10, 20].map(async (milliseconds, item) => {
			const { attempt } = await run.perform(item, pass, async () => {
				await time.sleep(milliseconds);
				finished.push(item);
				return [];
			});
			await attempt.idle();
			expect(finished).toHaveLength(3);
		});
		await time.run(Promise.all(work));
	});
});
