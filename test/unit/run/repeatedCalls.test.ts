import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { rowsOutcome, type Outcome } from '../../../nodes/shared/contract/outcome';
import { EarlierCalls } from '../../../nodes/shared/memory/earlierCalls';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { persistentKeys } from '../../../nodes/shared/memory/persistentKeys';
import { TimedKeys } from '../../../nodes/shared/memory/timedKeys';
import { RepeatedCalls } from '../../../nodes/shared/run/repeatedCalls';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';
import { nothingNoted } from '../support/nothingNoted';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a call takes to be placed. */
const CALL_MS = 3_000;

const DONE = rowsOutcome([{ id: 'call_7' }]);
const REFUSED: Outcome = { failure: { kind: 'refused', message: 'No', description: '' } };
const UNKNOWN: Outcome = { failure: { kind: 'unknown', message: 'Lost', description: '' } };

/** A process of n8n whose tool a model calls. */
class Process {
	private readonly calls = new EarlierCalls(10);

	private readonly keys: TimedKeys;

	constructor(
		table: KeyTable,
		private readonly time: ManualTime,
		readonly rung: string[],
	) {
		this.keys = new TimedKeys(persistentKeys(new KeyLog(table.store(), time)));
	}

	/** @returns what the model is told */
	async call(
		deed: string,
		{
			afterMs = HOUR_MS,
			outcome = DONE,
			isKilled = false,
			patienceMs = 40_000,
			executionId = randomUUID() as string,
			sendsDoubtful = false,
		} = {},
	): Promise<Outcome> {
		const end = this.time.now() + patienceMs;
		const world = {
			calls: this.calls,
			keys: this.keys,
			time: this.time,
			clockTime: (ms: number) => new Date(ms).toISOString(),
			vendorName: 'KaiCalls',
			isCancelled: () => this.time.now() >= end,
			executionId,
		};
		const sameAgain = new RepeatedCalls(world, () => ({ deed, words: deed, afterMs, sendsDoubtful }));
		const recalled = await sameAgain.recalled(0);
		if (recalled) return recalled;
		try {
			await sameAgain.guarding([0], nothingNoted).intentOf('POST /calls').declare();
		} catch (thrown) {
			await sameAgain.flush();
			if (thrown instanceof ItemFailure) return { failure: thrown.failure };
			throw thrown;
		}
		this.rung.push(deed);
		await this.time.sleep(CALL_MS);
		if (!isKilled) sameAgain.settled(0, outcome);
		if (!isKilled) await sameAgain.flush();
		return outcome;
	}
}

function world() {
	const time = new ManualTime();
	const table = new KeyTable(time);
	const rung: string[] = [];
	return { time, rung, start: () => new Process(table, time, rung) };
}

describe('a call of a tool that repeats an earlier one', () => {
	it('is answered with the first one’s answer, and done again an hour later', async () => {
		const { time, rung, start } = world();
		const n8n = start();
		await time.run(n8n.call('a'));
		const second = await time.run(n8n.call('a'));
		expect(second.rows?.[0]?.json).toMatchObject({ id: 'call_7' });
		expect(second.rows?.[0]?.told?.note).toContain('Not done again');
		await time.run(time.sleep(HOUR_MS + MINUTE_MS));
		await time.run(n8n.call('a'));
		expect(rung).toEqual(['a', 'a']);
	});

	it('is not done after a restart of n8n, and the answer has the minute of the first one', async () => {
		const { time, rung, start } = world();
		const at = new Date(time.now()).toISOString().slice(0, 16);
		await time.run(start().call('a'));
		const { failure } = await time.run(start().call('a'));
		expect(failure).toMatchObject({ kind: 'doneBefore', message: expect.stringContaining(at) });
		expect(rung).toEqual(['a']);
	});

	it('is not done after n8n was killed in the middle of the first one, and is reported as unknown', async () => {
		const { time, rung, start } = world();
		await time.run(start().call('a', { isKilled: true }));
		expect((await time.run(start().call('a'))).failure?.kind).toBe('startedBefore');
		expect(rung).toEqual(['a']);
	});

	it('of another worker gets the earlier result for the time of the option, at any minute of the first one, and is done soon after', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 90 }),
				fc.integer({ min: 0, max: HOUR_MS }),
				fc.integer({ min: 0, max: 2 * HOUR_MS }),
				async (minutes, startMs, passedMs) => {
					const { time, rung, start } = world();
					await time.run(time.sleep(startMs));
					await time.run(start().call('a'));
					await time.run(time.sleep(passedMs));
					const sinceMs = passedMs + CALL_MS;
					await time.run(start().call('a', { afterMs: minutes * MINUTE_MS }));
					if (sinceMs < minutes * MINUTE_MS) expect(rung).toHaveLength(1);
					if (sinceMs > (minutes + 1) * MINUTE_MS) expect(rung).toHaveLength(2);
				},
			),
			{ numRuns: 60 },
		);
	});

	it.each([
		['refused', REFUSED, 2],
		['unknown', UNKNOWN, 1],
	])('whose outcome was %s', async (_, outcome, times) => {
		const { time, rung, start } = world();
		const n8n = start();
		await time.run(n8n.call('a', { outcome }));
		await time.run(n8n.call('a'));
		await time.run(start().call('a'));
		expect(rung).toHaveLength(times);
	});

	it('from two workers at once is done by one', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 400 }), async (delayMs) => {
				const { time, rung, start } = world();
				const late = async () => {
					await time.sleep(delayMs);
					return await start().call('a');
				};
				await time.run(Promise.all([start().call('a'), late()]));
				expect(rung).toEqual(['a']);
			}),
			{ numRuns: 60 },
		);
	});

	it('says that the first one is under way when its caller stops waiting', async () => {
		const { time, rung, start } = world();
		const n8n = start();
		const [, second] = await time.run(Promise.all([n8n.call('a'), n8n.call('a', { patienceMs: 1_000 })]));
		expect(second.failure).toMatchObject({
			kind: 'startedBefore',
			message: expect.stringContaining('has not ended yet'),
		});
		expect(rung).toEqual(['a']);
	});

	it('is reported as done if the first answer is too long to be stored', async () => {
		const { time, rung, start } = world();
		const n8n = start();
		await time.run(n8n.call('a', { outcome: rowsOutcome([{ text: 'x'.repeat(30_000) }]) }));
		expect((await time.run(n8n.call('a'))).failure?.kind).toBe('doneBefore');
		expect(rung).toEqual(['a']);
	});

	describe('in doubt, with the option to send it again in a Retry', () => {
		const RETRY = { executionId: 'retry', sendsDoubtful: true };

		it.each([
			{ when: 'in the same minute', passedMs: 0, isRestarted: false },
			{ when: 'in the same minute, after n8n was restarted', passedMs: 0, isRestarted: true },
			{ when: 'some minutes later', passedMs: 5 * MINUTE_MS, isRestarted: false },
			{ when: 'some minutes later, after n8n was restarted', passedMs: 5 * MINUTE_MS, isRestarted: true },
		])(
			'is sent once $when, even if the Retry calls several times, and recognised from then on',
			async ({ passedMs, isRestarted }) => {
				const { time, rung, start } = world();
				const n8n = start();
				await time.run(n8n.call('a', { outcome: UNKNOWN }));
				await time.run(time.sleep(passedMs));
				const later = isRestarted ? start() : n8n;
				expect((await time.run(later.call('a'))).failure?.kind).toBe('startedBefore');
				expect((await time.run(later.call('a', RETRY))).rows).toBeDefined();
				expect((await time.run(later.call('a', RETRY))).rows?.[0]?.told?.note).toContain('Not done again');
				expect((await time.run(start().call('a'))).failure?.kind).toBe('doneBefore');
				expect(rung).toEqual(['a', 'a']);
			},
		);

		it('is not sent a third time by the same Retry if it is in doubt again', async () => {
			const { time, rung, start } = world();
			const n8n = start();
			await time.run(n8n.call('a', { outcome: UNKNOWN }));
			await time.run(n8n.call('a', { ...RETRY, outcome: UNKNOWN }));
			expect((await time.run(n8n.call('a', RETRY))).failure?.kind).toBe('startedBefore');
			expect(rung).toEqual(['a', 'a']);
		});

		it('stays in doubt if the Retry is refused', async () => {
			const { time, rung, start } = world();
			const n8n = start();
			await time.run(n8n.call('a', { outcome: UNKNOWN }));
			await time.run(n8n.call('a', { ...RETRY, outcome: REFUSED }));
			expect((await time.run(n8n.call('a'))).failure?.kind).toBe('startedBefore');
			expect(rung).toEqual(['a', 'a']);
		});

		it.each([
			['known to be done', DONE],
			['under way', DONE],
		])('is not sent if it is %s', async (state, outcome) => {
			const { time, rung, start } = world();
			const n8n = start();
			const first = n8n.call('a', { outcome });
			if (state !== 'under way') await time.run(first);
			await time.run(Promise.all([first, n8n.call('a', RETRY)]));
			expect(rung).toEqual(['a']);
		});
	});

	it('is done if the option is 0, and other content in any case', async () => {
		const { time, rung, start } = world();
		const n8n = start();
		await time.run(n8n.call('a'));
		await time.run(n8n.call('a', { afterMs: 0 }));
		await time.run(n8n.call('b'));
		expect(rung).toEqual(['a', 'a', 'b']);
	});
});
