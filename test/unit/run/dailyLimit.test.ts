import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { rowsOutcome, type Outcome } from '../../../nodes/shared/contract/outcome';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { persistentKeys } from '../../../nodes/shared/memory/persistentKeys';
import { DailyLimit } from '../../../nodes/shared/run/dailyLimit';
import { KeyTable } from '../support/keyTable';
import { ManualTime } from '../support/manualTime';
import { nothingNoted } from '../support/nothingNoted';

const HOUR_MS = 60 * 60_000;

/** 23:30 in New York. */
const BEFORE_MIDNIGHT = Date.UTC(2026, 0, 15, 4, 30);
const MIDNIGHT = '2026-01-15T05:00:00.000Z';

const DONE = rowsOutcome([{ id: 'call_7' }]);
const REFUSED: Outcome = { failure: { kind: 'refused', message: 'No', description: '' } };
const UNKNOWN: Outcome = { failure: { kind: 'unknown', message: 'Lost', description: '' } };

/** A process of n8n whose tool a model calls, at most so often a day. */
class Process {
	private readonly log: KeyLog;

	constructor(
		table: KeyTable,
		private readonly time: ManualTime,
		private readonly most: number,
	) {
		this.log = new KeyLog(table.store(), time);
	}

	/** @returns when it will be possible; undefined when it was done */
	async call(outcome: Outcome = DONE): Promise<string | undefined> {
		const limit = new DailyLimit(persistentKeys(this.log), this.time, () => ({
			most: this.most,
			timeZone: 'America/New_York',
		}));
		try {
			await limit.guarding([0], nothingNoted).intentOf('POST /calls').declare();
		} catch (thrown) {
			if (thrown instanceof ItemFailure) return thrown.failure.held?.possibleAt;
			throw thrown;
		}
		limit.settled(0, outcome);
		await limit.flush();
		await this.log.flush();
		return undefined;
	}
}

function world(most: number) {
	const time = new ManualTime(BEFORE_MIDNIGHT);
	const table = new KeyTable(time);
	return { time, start: () => new Process(table, time, most) };
}

describe('At Most per Day', () => {
	it('holds after restarts of n8n, and until midnight of the workflow’s time zone', async () => {
		const { time, start } = world(2);
		expect(await time.run(start().call())).toBeUndefined();
		expect(await time.run(start().call())).toBeUndefined();
		expect(await time.run(start().call())).toBe(MIDNIGHT);
		await time.run(time.sleep(HOUR_MS));
		expect(await time.run(start().call())).toBeUndefined();
	});

	it.each([
		['does not count what was refused', REFUSED, undefined],
		['counts what may have happened', UNKNOWN, MIDNIGHT],
	])('%s', async (_, outcome, then) => {
		const { time, start } = world(1);
		await time.run(start().call(outcome));
		expect(await time.run(start().call())).toBe(then);
	});

	it('holds for two workers that are called at once, and leaves no person out', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 6 }),
				fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 10 }),
				async (most, delays) => {
					const { time, start } = world(most);
					const workers = [start(), start()];
					const calls = delays.map(async (delayMs, place) => {
						await time.sleep(delayMs);
						return await workers[place % 2]?.call();
					});
					const answers = await time.run(Promise.all(calls));
					expect(answers.filter((answer) => answer === undefined)).toHaveLength(Math.min(most, delays.length));
				},
			),
			{ numRuns: 60 },
		);
	});
});
