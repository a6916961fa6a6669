import { describe, expect, it } from '@jest/globals';
import { ask, firstRun, idOf, intakeHelper, newLead, refusalOf } from './kairo';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

describe('runs of KAIRO', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKairo({ rateLimits: false }) });

	const paths = [`/agents/${intakeHelper}/runs`, `/workflows/${newLead}/runs`];

	it.each(paths)('are queued, running or completed by the clock: %s', async (path) => {
		const runIn = async (queuedSeconds: number, runSeconds: number) => {
			sandbox.control.configureKairo({ queuedSeconds, runSeconds });
			const started = await ask(sandbox, `POST ${path}`, { input: { lead: 7 } });
			expect([started.status, started.body]).toEqual([
				201,
				{ id: expect.stringMatching(/^run_[0-9a-v]{9}$/), status: 'queued' },
			]);
			return (await ask(sandbox, `GET ${path}/${idOf(started)}`)).body;
		};
		const queued = await runIn(600, 600);
		expect(queued).toMatchObject({ status: 'queued', input: { lead: 7 } });
		expect(queued).not.toHaveProperty('completed_at');
		expect(await runIn(0, 600)).toMatchObject({ status: 'running' });
		expect(await runIn(600, 0)).toMatchObject({
			status: 'completed',
			output: expect.stringContaining('{"lead":7}'),
			error: null,
			tokens: 210,
			cost_usd: 0.0021,
			started_at: expect.stringMatching(/:\d\dZ$/),
			completed_at: expect.stringMatching(/:\d\dZ$/),
		});
	});

	it('come to their end without another request', async () => {
		await sandbox.restart({ timeScale: 100 });
		sandbox.control.configureKairo({ queuedSeconds: 20, runSeconds: 100 });
		const id = idOf(await ask(sandbox, `POST ${paths[0]}`, { input: 'x' }));
		const statusOf = () => sandbox.control.kairoState().runs.find((run) => run.id === id)?.status;
		const seen = new Set([statusOf()]);
		await eventually('the end of the run', () => (seen.add(statusOf()).has('completed') ? true : undefined));
		expect(['queued', 'running', 'completed'].filter((status) => seen.has(status))).toEqual([...seen]);
	});

	it('fail by their input or by the setting, in the words that are set', async () => {
		sandbox.control.configureKairo({ runSeconds: 0, completedStatus: 'done', failedStatus: 'error' });
		const outcome = async (input: unknown) => {
			const id = idOf(await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input }));
			return (await ask(sandbox, `GET /agents/${intakeHelper}/runs/${id}`)).body;
		};
		expect(await outcome('hello')).toMatchObject({ status: 'done' });
		expect(await outcome({ fail: true })).toMatchObject({ status: 'error', output: null, error: expect.any(String) });
		sandbox.control.configureKairo({ runsFail: true });
		expect(await outcome('hello')).toMatchObject({ status: 'error' });
	});

	it('belong to their agent or workflow', async () => {
		const id = idOf(await ask(sandbox, `POST /workflows/${newLead}/runs`, { input: 'x' }));
		expect(refusalOf(await ask(sandbox, `GET /agents/${intakeHelper}/runs/${id}`))).toEqual([404, 'run_not_found']);
		expect(refusalOf(await ask(sandbox, `GET /workflows/${newLead}/runs/${firstRun}`))).toEqual([404, 'run_not_found']);
		expect(refusalOf(await ask(sandbox, 'POST /agents/agent_nobody/runs', { input: 'x' }))).toEqual([
			404,
			'agent_not_found',
		]);
		expect((await ask(sandbox, `GET /workflows/${newLead}/runs`)).body).toMatchObject({
			data: expect.arrayContaining([expect.objectContaining({ id })]),
		});
		expect(sandbox.control.kairoState().runs.at(-1)).toMatchObject({
			id,
			started_by: { type: 'workflow', id: newLead },
		});
	});

	const start = async () => await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input: 'x' });

	it('are refused above the cap', async () => {
		sandbox.control.configureKairo({ runSeconds: 600 });
		const statuses = (await Promise.all(Array.from({ length: 7 }, start))).map(({ status }) => status);
		expect(statuses.toSorted()).toEqual([201, 201, 201, 201, 201, 429, 429]);
		const refused = await start();
		expect([refusalOf(refused), refused.headers.get('retry-after')]).toEqual([[429, 'too_many_runs'], null]);
		expect(sandbox.control.kairoRunLoad()).toEqual({ peak: 5, refused: 3 });
		expect(sandbox.control.kairoState().runs).toHaveLength(29);
		sandbox.control.reset();
		expect(sandbox.control.kairoRunLoad()).toEqual({ peak: 0, refused: 0 });
	});

	it('are taken again when one has ended', async () => {
		await sandbox.restart({ timeScale: 100 });
		sandbox.control.configureKairo({ concurrentRuns: 1, runSeconds: 200, retryAfterHeader: true });
		await start();
		const seconds = Number((await start()).headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(200);
		await sandbox.clock.sleep(seconds + 1);
		expect((await start()).status).toBe(201);
		expect(sandbox.control.kairoRunLoad()).toEqual({ peak: 1, refused: 1 });
	});

	it('name the wait until the first one ends', async () => {
		for (const runSeconds of [600, 100, 300]) {
			sandbox.control.configureKairo({ concurrentRuns: 3, runSeconds, retryAfterHeader: true });
			await start();
		}
		const seconds = Number((await start()).headers.get('retry-after'));
		expect(seconds).toBeGreaterThan(50);
		expect(seconds).toBeLessThanOrEqual(100);
	});

	it('share one cap between agents and workflows', async () => {
		sandbox.control.configureKairo({ concurrentRuns: 1, runSeconds: 600 });
		expect((await start()).status).toBe(201);
		expect((await ask(sandbox, `POST /workflows/${newLead}/runs`, { input: 'x' })).status).toBe(429);
	});
});
