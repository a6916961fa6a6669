import { describe, expect, it } from '@jest/globals';

import { ItemFailure } from '../../../nodes/shared/contract/failure';
import type { IncomingResponse } from '../../../nodes/shared/contract/exchange';
import { ReadBacks } from '../../../nodes/KaiCalls/trigger/readBacks';
import { Overload } from '../../../nodes/shared/limits/slots';

const MINUTE_MS = 60_000;

const found = (status = 'completed'): IncomingResponse => ({ status: 200, headers: {}, body: { id: 'x', status } });

const failure = (status: number) => new ItemFailure({ kind: 'refused', message: 'no', description: '', status });

const unknown = async (): Promise<IncomingResponse> => {
	throw failure(404);
};

/** An API whose answers wait until they are let go. */
function slowApi() {
	const asked: string[] = [];
	const waiting: Array<() => void> = [];
	return {
		asked,
		lookUp: async (id: string) => {
			asked.push(id);
			await new Promise<void>((resolve) => waiting.push(resolve));
			return found();
		},
		answer: () => waiting.splice(0).forEach((go) => go()),
	};
}

function readBacksAt(start = 0) {
	// Nothing but the line itself sleeps, which is served at once when a place is given back.
	const clock = { at: start, now: () => clock.at, sleep: async () => await new Promise<void>(() => {}) };
	return { clock, readBacks: new ReadBacks(clock) };
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const isOverload = (result: PromiseSettledResult<unknown>) => result.status === 'rejected' && result.reason instanceof Overload;

describe('reading back', () => {
	it('gives the call, nothing for one that the API does not know, and throws when the API does not answer', async () => {
		const { readBacks } = readBacksAt();
		expect(await readBacks.read('a', async () => found())).toEqual({ id: 'x', status: 'completed' });
		expect(await readBacks.read('a', unknown)).toBeUndefined();
		await expect(readBacks.read('a', async () => await Promise.reject(failure(503)))).rejects.toMatchObject({ failure: { status: 503 } });
	});

	it('asks three times at once at most, and once for all who ask about the same call', async () => {
		const { readBacks } = readBacksAt();
		const api = slowApi();
		const reads = times(20, async (index) => await readBacks.read(`call ${index % 10}`, api.lookUp));
		let answered = 0;
		for (const read of reads) void read.then(() => (answered += 1));
		while (answered < reads.length) {
			await new Promise(setImmediate);
			expect(api.asked.length - answered / 2).toBeLessThanOrEqual(3);
			api.answer();
			await new Promise(setImmediate);
		}
		expect(api.asked).toEqual(times(10, (index) => `call ${index}`));
	});

	it('sends away whoever would wait behind a hundred others', async () => {
		const { readBacks } = readBacksAt();
		const api = slowApi();
		const reads = Promise.allSettled(times(110, async (index) => await readBacks.read(`call ${index}`, api.lookUp)));
		for (let round = 0; round < 40; round += 1) {
			await new Promise(setImmediate);
			api.answer();
		}
		const results = await reads;
		expect(results.filter(isOverload)).toHaveLength(7);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(103);
	});

	it.each([
		['unknown calls', unknown],
		['calls that go on', async () => found('ringing')],
	])('asks in vain 60 times per minute at most: %s', async (_, lookUp) => {
		const { clock, readBacks } = readBacksAt();
		let asked = 0;
		const counted = async (id: string) => {
			asked += 1;
			void id;
			return await lookUp();
		};
		const results = [];
		for (let index = 0; index < 200; index += 1) {
			results.push(...(await Promise.allSettled([readBacks.read(`call ${index}`, counted)])));
		}
		expect(asked).toBe(60);
		expect(results.filter(isOverload)).toHaveLength(140);

		clock.at += MINUTE_MS;
		await readBacks.read('later', counted);
		expect(asked).toBe(61);
	});

	it('asks as often as there are calls that have ended', async () => {
		const { readBacks } = readBacksAt();
		for (let index = 0; index < 200; index += 1) expect(await readBacks.read(`call ${index}`, async () => found())).toBeDefined();
	});

	it('remembers for a minute what the API has denied', () => {
		const { clock, readBacks } = readBacksAt();
		readBacks.refute('a');
		expect([readBacks.isRefuted('a'), readBacks.isRefuted('b')]).toEqual([true, false]);
		clock.at += MINUTE_MS;
		expect(readBacks.isRefuted('a')).toBe(false);
	});
});
