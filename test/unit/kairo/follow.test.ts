import { describe, expect, it } from '@jest/globals';
import { follow } from '../../../nodes/Kairo/runs/follow';
import { ItemFailure, type Failure } from '../../../nodes/shared/executor/failure';
import { failureFrom } from '../support/failures';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';

const started = { id: 'r1', status: 'queued' };
const failure: Failure = { kind: 'unavailable', message: 'KAIRO could not be reached', description: 'Check the network.', status: 503 };

/** Follows a run whose every look is answered by `answer`, told how many looks there were before. */
function followed(answer: (looks: number) => unknown, { minutes = 10, stopAfterMs = Infinity } = {}) {
	const time = new ManualTime();
	const start = time.now();
	const elapsed = () => time.now() - start;
	const looks: number[] = [];
	const row = time.run(
		follow(
			started,
			{
				look: (runId) => ({ request: { method: 'GET', path: `/runs/${runId}`, query: {} } }),
				timeLimitMs: minutes * 60_000,
				resource: 'Agent',
			},
			{
				async send() {
					looks.push(elapsed());
					return response(200, answer(looks.length - 1));
				},
				time,
				cancelled: () => elapsed() >= stopAfterMs,
			},
		),
	);
	return { row, looks, elapsed };
}

describe('following a run', () => {
	it('ends with the run', async () => {
		const { row, looks } = followed((count) => (count < 3 ? { id: 'r1', status: 'running' } : { id: 'r1', status: 'failed' }));
		expect(await row).toEqual({ id: 'r1', status: 'failed', outcome: 'ended' });
		expect(looks).toHaveLength(4);
	});

	it('ends with the time limit at the latest, with the last known state', async () => {
		const { row, looks } = followed((count) => ({ id: 'r1', status: 'running', step: count }), { minutes: 2 });
		expect(await row).toMatchObject({ step: looks.length - 1, outcome: 'timeLimit', hint: expect.stringContaining('Agent > Get Run') });
		expect(Math.max(...looks)).toBeLessThanOrEqual(120_000);
	});

	it('keeps the last known state when a look brings nothing', async () => {
		const { row } = followed((count) => (count === 0 ? { id: 'r1', status: 'running' } : null), { minutes: 1 });
		expect(await row).toMatchObject({ id: 'r1', status: 'running', outcome: 'timeLimit' });
	});

	it('ends within 250 ms of Stop', async () => {
		const { row, elapsed } = followed(() => ({ id: 'r1', status: 'running' }), { stopAfterMs: 30_000 });
		expect(await row).toMatchObject({ status: 'running', outcome: 'waitEnded' });
		expect(elapsed()).toBeLessThanOrEqual(30_250);
	});

	it('is not doubtful because Stop caught a look on its way', async () => {
		const { row } = followed(
			() => {
				throw new ItemFailure({ ...failure, kind: 'skipped' });
			},
			{ stopAfterMs: 0 },
		);
		expect(await row).toMatchObject({ ...started, outcome: 'waitEnded' });
	});

	it('that is no longer possible names the run, as one that must not be started again', async () => {
		const { row } = followed(() => {
			throw new ItemFailure(failure);
		});
		expect(await failureFrom(row)).toEqual({
			kind: 'unknown',
			message: 'Run "r1" was started, but its state could not be read: KAIRO could not be reached',
			description: 'Do not start it again; read it with Agent > Get Run. Check the network.',
			status: 503,
		});
	});
});
