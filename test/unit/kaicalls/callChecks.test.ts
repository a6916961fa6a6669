import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import { Overload } from '../../../nodes/shared/limits/slots';
import type { CallReader } from '../../../nodes/KaiCalls/ending/readCall';
import { CallChecks, type Finding } from '../../../nodes/KaiCalls/trigger/callChecks';
import { ManualTime } from '../support/manualTime';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

interface KnownCall {
	/** When the API knows it, and when it says that it is over (seconds from the start). */
	known: number;
	over: number;
}

/** An API that knows these calls, and the requests to it. */
function world(calls: Record<string, KnownCall> = {}, answerMs = 100) {
	const time = new ManualTime();
	const start = time.now();
	const seconds = () => (time.now() - start) / SECOND_MS;
	const asked: Array<{ id: string; at: number }> = [];
	let underWay = 0;
	let peak = 0;
	const answer = async <T>(body: () => T): Promise<T> => {
		underWay += 1;
		peak = Math.max(peak, underWay);
		await time.sleep(answerMs);
		underWay -= 1;
		return body();
	};
	const rowOf = (id: string) => {
		const call = calls[id];
		return call && seconds() >= call.known
			? { id, status: seconds() >= call.over ? 'completed' : 'in-progress' }
			: undefined;
	};
	const lookUp: CallReader = {
		call: async (id) => {
			asked.push({ id, at: seconds() });
			return await answer(() => rowOf(id));
		},
		newest: async () =>
			await answer(() =>
				Object.keys(calls)
					.toReversed()
					.flatMap((id) => rowOf(id) ?? [])
					.slice(0, 100),
			),
	};
	const callChecks = new CallChecks(time);
	return {
		time,
		seconds,
		asked,
		lookUp,
		callChecks,
		peak: () => peak,
		find: async (id: string) => await callChecks.about(id, lookUp).end,
	};
}

const madeUp = (count: number) => Array.from({ length: count }, (_, index) => `made-up ${index}`);

const isCall = (finding: Finding): boolean => 'call' in finding;

describe('the search for the end of a call', () => {
	it('finds it soon after the API says so, for any delay within ten minutes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.double({ min: 0, max: 12, noNaN: true }),
				fc.double({ min: 0, max: 550, noNaN: true }),
				async (known, lag) => {
					const { time, find, seconds } = world({ a: { known, over: known + lag } });
					expect(await time.run(find('a'))).toMatchObject({ call: { status: 'completed' } });
					expect(seconds() - known - lag).toBeLessThanOrEqual(Math.max(lag * 1.2, 13));
				},
			),
			{ numRuns: 40 },
		);
	});

	it('gives up on an unknown call after five reads, and on a call that goes on after ten minutes', async () => {
		const unknown = world();
		expect(await unknown.time.run(unknown.find('a'))).toEqual({ givenUp: 'unknown' });
		expect(unknown.asked).toHaveLength(5);
		const goesOn = world({ a: { known: 0, over: Infinity } });
		expect(await goesOn.time.run(goesOn.find('a'))).toEqual({ givenUp: 'goesOn' });
		expect(goesOn.seconds()).toBeGreaterThanOrEqual(600);
		expect(goesOn.asked.length).toBeLessThan(30);
	});

	it('is shared by all reports of the same call, with at most three reads at once', async () => {
		const calls = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, { known: 0, over: 0 }]));
		const { time, find, asked, peak } = world(calls);
		const findings = await time.run(Promise.all([...Object.keys(calls), ...Object.keys(calls)].map(find)));
		expect(findings.every(isCall)).toBe(true);
		expect(asked).toHaveLength(40);
		expect(peak()).toBeLessThanOrEqual(3);
	});

	const refusal = (status: number) => new ItemFailure({ kind: 'unavailable', message: 'no', description: '', status });

	it.each([
		[503, 6],
		[401, 1],
		[403, 1],
	])('fails when the API does not answer: with status %i after %i reads', async (status, looks) => {
		const { time, callChecks, seconds } = world();
		let asked = 0;
		const failing = async () => {
			asked += 1;
			return await Promise.reject(refusal(status));
		};
		await expect(
			time.run(callChecks.about('a', { call: failing, newest: async () => await Promise.reject(refusal(status)) }).end),
		).rejects.toMatchObject({ failure: { status } });
		expect(asked).toBe(looks);
		expect(seconds()).toBeLessThan(600);
	});

	it.each([400, 403, 404, 422])('reads status %i as "unknown ID" while the API lists the calls', async (status) => {
		const { time, callChecks, lookUp } = world();
		const call = async () => await Promise.reject(refusal(status));
		expect(await time.run(callChecks.about('a', { ...lookUp, call }).end)).toEqual({ givenUp: 'unknown' });
	});

	it('goes on after failed reads, with any fault', async () => {
		const { time, callChecks, lookUp } = world({ a: { known: 0, over: 30 } });
		let asked = 0;
		const call = async (id: string) => {
			asked += 1;
			return asked % 2 === 1 ? await Promise.reject(new Error('Database connection timed out')) : await lookUp.call(id);
		};
		expect(await time.run(callChecks.about('a', { ...lookUp, call }).end)).toMatchObject({
			call: { status: 'completed' },
		});
	});

	it('says early that it takes longer than one read, only if it does', async () => {
		const { time, callChecks, lookUp, seconds } = world({ a: { known: 0, over: 5 }, b: { known: 0, over: 0 } });
		const later = callChecks.about('a', lookUp);
		await time.run(later.takesLonger);
		expect(seconds()).toBeLessThan(1);
		const atOnce = callChecks.about('b', lookUp);
		expect(await time.run(Promise.race([atOnce.end, atOnce.takesLonger]))).toMatchObject({ call: { id: 'b' } });
		expect(await time.run(later.end)).toMatchObject({ call: { id: 'a' } });
	});
});

describe('reports that start no run', () => {
	const vainPerMinute = (asked: Array<{ id: string; at: number }>): number => {
		const vain = asked.filter(({ id }) => id.startsWith('made-up'));
		return Math.max(0, ...vain.map(({ at }) => vain.filter((other) => other.at >= at && other.at < at + 60).length));
	};

	it('are checked 33 times a minute at most, if made up, while 500 calls that end at once are all found', async () => {
		const genuine = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`c${index}`, { known: 0, over: 2 }]));
		const { time, find, asked, seconds } = world(genuine, 10);
		const forged = madeUp(300).map(find);
		const findings = await time.run(Promise.all(Object.keys(genuine).slice(-100).map(find)));
		expect(findings.every(isCall)).toBe(true);
		expect(seconds()).toBeLessThan(60);
		expect((await time.run(Promise.all(forged))).some(isCall)).toBe(false);
		expect(vainPerMinute(asked)).toBeLessThanOrEqual(33);
		const rest = await time.run(Promise.all(Object.keys(genuine).slice(0, 400).map(find)));
		expect(rest.every(isCall)).toBe(true);
	});

	it('do not count if the API knows the call, whether it goes on or not', async () => {
		const calls = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, { known: 0, over: 20 }]));
		const { time, find, seconds } = world(calls, 10);
		expect((await time.run(Promise.all(Object.keys(calls).map(find)))).every(isCall)).toBe(true);
		expect(seconds()).toBeLessThan(60);
	});

	it('are sent away when a thousand wait, if made up; a true one is not', async () => {
		const { time, find } = world({ a: { known: 0, over: 0 } }, 10);
		const waiting = Promise.allSettled(madeUp(1_000).map(find));
		const [further, genuine] = await time.run(Promise.allSettled([find('one more'), find('a')]));
		expect(further).toMatchObject({ status: 'rejected', reason: expect.any(Overload) });
		expect(genuine).toMatchObject({ status: 'fulfilled', value: { call: { id: 'a' } } });
		expect((await time.run(waiting)).every(({ status }) => status === 'fulfilled')).toBe(true);
	});

	it('are remembered for a minute, if they were not selected', async () => {
		const { callChecks, time } = world();
		callChecks.noteUnwanted('a');
		expect([callChecks.isUnwanted('a'), callChecks.isUnwanted('b')]).toEqual([true, false]);
		await time.run(time.sleep(MINUTE_MS));
		expect(callChecks.isUnwanted('a')).toBe(false);
	});

	it('are checked again when they come again, within the share', async () => {
		const { time, find, asked } = world();
		for (let count = 0; count < 30; count += 1) await time.run(find('made-up'));
		expect(asked.length).toBeGreaterThan(30);
		expect(vainPerMinute(asked)).toBeLessThanOrEqual(33);
	});
});
