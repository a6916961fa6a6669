import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askUntil } from '../../../nodes/shared/operations/poll';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';

const isFinal = (body: unknown) => body === 'done';

/** A vendor that is done after so many milliseconds. */
function patientQuestion(doneAfter: number, timeoutMs: number, stopAfter = Infinity) {
	const time = new ManualTime();
	const start = time.now();
	const askedAt: number[] = [];
	const elapsed = () => time.now() - start;
	const ask = async () => {
		askedAt.push(elapsed());
		return response(200, elapsed() >= doneAfter ? 'done' : 'running');
	};
	const answer = time.run(askUntil(ask, isFinal, timeoutMs, { time, cancelled: () => elapsed() >= stopAfter }));
	return { answer, askedAt, elapsed };
}

const span = fc.integer({ min: 0, max: 600_000 });

describe('reading until the answer is final', () => {
	it('reads once when it is final at once, even without any time', async () => {
		const { answer, askedAt } = patientQuestion(0, 0);
		expect(await answer).toBe('done');
		expect(askedAt).toEqual([0]);
	});

	it('finds the end soon after it, at growing intervals', async () => {
		await fc.assert(
			fc.asyncProperty(span, async (doneAfter) => {
				const { answer, askedAt, elapsed } = patientQuestion(doneAfter, Infinity);
				expect(await answer).toBe('done');
				expect(elapsed()).toBeLessThanOrEqual(doneAfter + 15_000);
				const pauses = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
				expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
			}),
			{ numRuns: 20 },
		);
	});

	it('returns the last answer when the time is over, and never reads after that', async () => {
		await fc.assert(
			fc.asyncProperty(span, async (timeout) => {
				const { answer, askedAt } = patientQuestion(Infinity, timeout);
				expect(await answer).toBe('running');
				expect(Math.max(...askedAt)).toBeLessThanOrEqual(timeout);
			}),
			{ numRuns: 20 },
		);
	});

	it('stops within 250 ms of Stop and reads no more', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), async (stopAfter) => {
				const { answer, askedAt, elapsed } = patientQuestion(Infinity, Infinity, stopAfter);
				expect(await answer).toBe('running');
				expect(elapsed()).toBeLessThanOrEqual(stopAfter + 250);
				expect(Math.max(...askedAt)).toBeLessThanOrEqual(stopAfter);
			}),
			{ numRuns: 20 },
		);
	});
});
