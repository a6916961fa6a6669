import { describe, expect, it } from '@jest/globals';
import { follow } from '../../../nodes/Kairo/runs/follow';
import { ItemFailure, type Failure } from '../../../nodes/shared/contract/failure';
import { failureFrom } from '../support/failures';
import { ManualTime } from '../support/manualTime';
import { response } from '../support/wire';

const started = { id: 'r1', status: 'queued' };
const cut = new ItemFailure({ kind: 'unavailable', message: 'Cut short', description: '' });
const failure: Failure = {
	kind: 'unavailable',
	message: 'KAIRO could not be reached',
	description: 'Check the network.',
	status: 503,
};

/** Follows a run whose every look is answered by `answer`, told how many looks there were before. */
function followed(
	answer: (looks: number) => unknown,
	{ minutes = 10, stopAfterMs = Infinity, byAnotherItem = false } = {},
) {
	const time = new ManualTime();
	const start = time.now();
	const elapsed = () => time.now() - start;
	const looks: number[] = [];
	const row = time.run(
		follow(
			response(202, started),
			{
				readRun: (runId) => ({ request: { method: 'GET', path: `/runs/${runId}`, query: {} } }),
				timeLimitMs: minutes * 60_000,
				resource: 'Agent',
				interruption: () => (byAnotherItem ? cut : undefined),
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
		const { row, looks } = followed((count) =>
			count < 3 ? { id: 'r1', status: 'running' } : { id: 'r1', status: 'failed' },
		);
		expect(await row).toEqual({ id: 'r1', status: 'failed', outcome: 'ended' });
		expect(looks).toHaveLength(4);
	});

	it('ends with the time limit at the latest, with the last known state', async () => {
		const { row, looks } = followed((count) => ({ id: 'r1', status: 'running', step: count }), { minutes: 2 });
		expect(await row).toMatchObject({
			step: looks.length - 1,
			outcome: 'timeLimit',
			hint: expect.stringContaining('Agent > Get Run'),
		});
		expect(Math.max(...looks)).toBeLessThanOrEqual(120_000);
	});

	it('keeps the last known state when a read returns nothing', async () => {
		const { row } = followed((count) => (count === 0 ? { id: 'r1', status: 'running' } : null), { minutes: 1 });
		expect(await row).toMatchObject({ id: 'r1', status: 'running', outcome: 'timeLimit' });
	});

	it('ends within 250 ms of Stop', async () => {
		const { row, elapsed } = followed(() => ({ id: 'r1', status: 'running' }), { stopAfterMs: 30_000 });
		expect(await row).toMatchObject({ status: 'running', outcome: 'waitEnded' });
		expect(elapsed()).toBeLessThanOrEqual(30_250);
	});

	it('is not doubtful because Stop came during a read', async () => {
		const { row } = followed(
			() => {
				throw new ItemFailure({ ...failure, kind: 'skipped' });
			},
			{ stopAfterMs: 0 },
		);
		expect(await row).toMatchObject({ ...started, outcome: 'waitEnded' });
	});

	it('is not over because another item ended the node', async () => {
		const { row } = followed(() => ({ id: 'r1', status: 'running' }), { stopAfterMs: 30_000, byAnotherItem: true });
		expect(await failureFrom(row)).toBe(cut.failure);
	});

	it.each<[string, Partial<Failure>]>([
		['outages', {}],
		['answers that are no JSON', { status: 200 }],
		['the request limit', { status: 429 }],
		['faults of KAIRO', { kind: 'refused', status: 500 }],
	])('goes on through %s', async (_, rest) => {
		const { row } = followed((count) => {
			if (count < 5) throw new ItemFailure({ ...failure, ...rest });
			return { id: 'r1', status: 'done' };
		});
		expect(await row).toEqual({ id: 'r1', status: 'done', outcome: 'ended' });
	});

	it('ends with the time limit when an outage lasts, and says so', async () => {
		const { row } = followed(
			() => {
				throw new ItemFailure(failure);
			},
			{ minutes: 2 },
		);
		expect(await row).toEqual({
			...started,
			outcome: 'timeLimit',
			hint: expect.stringMatching(
				/Do not start it again. Read it with Agent > Get Run\. Last answer: KAIRO could not be reached\.$/,
			),
		});
	});

	it.each<Failure['kind']>(['refused', 'input', 'unknown'])(
		'that is %s names the run, which must not be started again',
		async (kind) => {
			const { row, looks } = followed(() => {
				throw new ItemFailure({
					kind,
					message: 'KAIRO refused',
					description: 'Check the key.',
					status: 403,
					code: 'forbidden',
				});
			});
			expect(await failureFrom(row)).toEqual({
				kind: 'unknown',
				message: 'The run "r1" started, but its state could not be read: KAIRO refused',
				description: 'Do not start it again. Read it with Agent > Get Run. Check the key.',
				status: 403,
				code: 'forbidden',
			});
			expect(looks).toHaveLength(1);
		},
	);
});
