import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, crm, idOf, intakeHelper, lookupTool, newLead, refusalOf } from './kairo';
import { useSandbox } from './useSandbox';

describe('records of KAIRO', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKairo({ rateLimits: false }) });

	describe('agents', () => {
		it('keep members that no document names', async () => {
			const id = idOf(
				await ask(sandbox, 'POST /agents', {
					name: 'A',
					tools: ['search', { name: 'mail', scope: 'read' }],
					voice: 'calm',
				}),
			);
			expect((await ask(sandbox, `GET /agents/${id}`)).body).toMatchObject({
				name: 'A',
				model: 'auto',
				context: [],
				tools: [
					{ id: expect.stringMatching(/^tool_/), name: 'search' },
					{ name: 'mail', scope: 'read' },
				],
				voice: 'calm',
			});
		});

		it.each<[string, unknown]>([
			['without a name', { model: 'auto' }],
			['with an empty name', { name: '' }],
			['with a context that is no list', { name: 'A', context: 'crm' }],
		])('are not created %s', async (_name, body) => {
			expect(refusalOf(await ask(sandbox, 'POST /agents', body))).toEqual([400, 'invalid_request']);
			expect(sandbox.control.kairoState().agents).toHaveLength(4);
		});

		it('change only in what a PATCH names', async () => {
			const before = (await ask(sandbox, `GET /agents/${intakeHelper}`)).body;
			const after = await ask(sandbox, `PATCH /agents/${intakeHelper}`, {
				model: 'kairo-large',
				id: 'other',
				note: 'x',
			});
			expect(after.body).toEqual({ ...Object(before), model: 'kairo-large', note: 'x' });
		});

		it('are gone after a DELETE', async () => {
			expect((await ask(sandbox, `DELETE /agents/${intakeHelper}`)).status).toBe(204);
			expect(refusalOf(await ask(sandbox, `DELETE /agents/${intakeHelper}`))).toEqual([404, 'agent_not_found']);
		});

		it('attach and detach sources by ID or key', async () => {
			const agent = `/agents/${intakeHelper}`;
			const contextOf = () => sandbox.control.kairoState().agents[0]?.context;
			await ask(sandbox, `POST ${agent}/context`, { source: 'handbook' });
			await ask(sandbox, `POST ${agent}/context`, { source: crm });
			expect(contextOf()).toEqual(['crm', 'handbook']);
			expect(refusalOf(await ask(sandbox, `POST ${agent}/context`, { source: 'nothing' }))).toEqual([
				404,
				'source_not_found',
			]);
			expect((await ask(sandbox, `DELETE ${agent}/context/${crm}`)).status).toBe(204);
			expect(contextOf()).toEqual(['handbook']);
			expect(refusalOf(await ask(sandbox, `DELETE ${agent}/context/${crm}`))).toEqual([
				404,
				'attached_source_not_found',
			]);
		});

		it('get and lose tools', async () => {
			const added = await ask(sandbox, `POST /agents/${intakeHelper}/tools`, {
				name: 'search',
				schema: { type: 'object' },
			});
			expect([added.status, added.body]).toEqual([
				201,
				{ id: expect.stringMatching(/^tool_/), name: 'search', schema: { type: 'object' } },
			]);
			await ask(sandbox, `DELETE /agents/${intakeHelper}/tools/${lookupTool}`);
			expect(sandbox.control.kairoState().agents[0]?.tools).toEqual([added.body]);
			expect(refusalOf(await ask(sandbox, `DELETE /agents/${intakeHelper}/tools/${lookupTool}`))).toEqual([
				404,
				'tool_not_found',
			]);
		});
	});

	describe('workflows', () => {
		it('lose what a PUT leaves out', async () => {
			expect((await ask(sandbox, `GET /workflows/${newLead}`)).body).toHaveProperty('schedule');
			await ask(sandbox, `PUT /workflows/${newLead}`, { name: 'Renamed' });
			expect((await ask(sandbox, `GET /workflows/${newLead}`)).body).toEqual({
				id: newLead,
				name: 'Renamed',
				created_at: expect.any(String),
				updated_at: expect.any(String),
			});
			expect(refusalOf(await ask(sandbox, `PUT /workflows/${newLead}`, { steps: [] }))).toEqual([
				400,
				'invalid_request',
			]);
		});

		it('are created and deleted', async () => {
			const id = idOf(
				await ask(sandbox, 'POST /workflows', { name: 'W', steps: [{ agent_id: intakeHelper }], branches: [] }),
			);
			expect(sandbox.control.kairoState().workflows.at(-1)).toMatchObject({ id, branches: [] });
			expect((await ask(sandbox, `DELETE /workflows/${id}`)).status).toBe(204);
			expect(refusalOf(await ask(sandbox, `GET /workflows/${id}`))).toEqual([404, 'workflow_not_found']);
		});
	});

	describe('context', () => {
		it('has each key once', async () => {
			const added = await ask(sandbox, 'POST /context/sources', { name: 'Help Desk', type: 'web', priority: 1 });
			expect(added.body).toMatchObject({
				key: 'help_desk',
				name: 'Help Desk',
				type: 'web',
				priority: 1,
				document_count: 0,
			});
			expect(refusalOf(await ask(sandbox, 'POST /context/sources', { key: 'help_desk' }))).toEqual([409, 'conflict']);
			expect(refusalOf(await ask(sandbox, `PATCH /context/sources/${idOf(added)}`, { key: 'crm' }))).toEqual([
				409,
				'conflict',
			]);
			const patched = await ask(sandbox, `PATCH /context/sources/${idOf(added)}`, {
				key: 'help_desk',
				name: 'Support',
			});
			expect(patched.body).toMatchObject({ key: 'help_desk', name: 'Support', type: 'web', priority: 1 });
		});

		it('finds ingested documents and keeps the window of each query', async () => {
			const document = idOf(
				await ask(sandbox, `POST /context/sources/${crm}/documents`, { title: 'Call', content: 'They want a REFUND.' }),
			);
			const window = z.object({
				window_id: z.string(),
				matches: z.array(z.object({ document_id: z.string() }).passthrough()),
			});
			const inCrm = window.parse(
				(await ask(sandbox, 'POST /context/query', { query: 'refund', sources: ['crm'] })).body,
			);
			expect(inCrm.matches.map(({ document_id }) => document_id)).toEqual([document]);
			const two = window.parse((await ask(sandbox, 'POST /context/query', { query: 'refund', top_k: 2 })).body);
			expect(two.matches).toHaveLength(2);
			expect((await ask(sandbox, `GET /context/windows/${inCrm.window_id}`)).body).toMatchObject({
				query: 'refund',
				document_ids: [document],
			});
			expect((await ask(sandbox, `GET /context/sources/${crm}/documents`)).body).toMatchObject({ data: { length: 3 } });
		});

		it('refreshes a source', async () => {
			const reply = await ask(sandbox, `POST /context/sources/${crm}/refresh`, {});
			const { refreshed_at } = z.object({ refreshed_at: z.string() }).parse(reply.body);
			expect(Math.abs(Date.parse(refreshed_at) - sandbox.clock.now())).toBeLessThan(5000);
		});

		it('wants content or a URL of a document', async () => {
			const ingest = async (body: unknown) =>
				(await ask(sandbox, `POST /context/sources/${crm}/documents`, body)).status;
			expect([await ingest({ title: 'A' }), await ingest({ title: 'A', url: 'https://example.com/a' })]).toEqual([
				400, 201,
			]);
		});
	});

	describe('analytics', () => {
		const totals = z.object({ total: z.object({ runs: z.number(), tokens: z.number(), cost_usd: z.number() }) });
		const usage = async (query = '') => totals.parse((await ask(sandbox, `GET /analytics/usage${query}`)).body).total;

		it('add up the runs that are over', async () => {
			const before = await usage();
			expect(before.runs).toBe(24);
			sandbox.control.configureKairo({ runSeconds: 0 });
			await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input: 'hello' });
			sandbox.control.configureKairo({ runSeconds: 600 });
			await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input: 'hello' });
			expect(await usage()).toEqual({
				runs: 25,
				tokens: before.tokens + 207,
				cost_usd: expect.closeTo(before.cost_usd + 0.00207, 6),
			});
			expect((await ask(sandbox, 'GET /analytics/runs?limit=100')).body).toMatchObject({ data: { length: 26 } });
		});

		it('are cut by period, both ends included', async () => {
			const [first, third] = ['2026-01-11T08:00:00Z', '2026-01-13T08:00:00Z'];
			expect((await usage(`?from=${first}&to=${third}`)).runs).toBe(3);
			expect((await ask(sandbox, `GET /analytics/runs?from=${first}&to=${third}`)).body).toMatchObject({
				data: { length: 3 },
			});
			expect((await ask(sandbox, `GET /analytics/traces?from=${first}&to=${first}`)).body).toMatchObject({
				data: [{ run_id: 'run_01j9k0001' }],
			});
			expect((await ask(sandbox, `GET /analytics/latency?to=${third}`)).body).toMatchObject({
				runs: 3,
				queue: { p50_ms: 200, max_ms: 300 },
			});
			expect((await usage(`?agent_id=${intakeHelper}&to=2026-02-28`)).runs).toBe(4);
			expect(refusalOf(await ask(sandbox, 'GET /analytics/usage?from=yesterday'))).toEqual([400, 'invalid_request']);
		});

		it('find a run by the moment that its reply shows', async () => {
			const id = idOf(await ask(sandbox, `POST /agents/${intakeHelper}/runs`, { input: 'x' }));
			const { created_at } = z.object({ created_at: z.string() }).parse(sandbox.control.kairoState().runs.at(-1));
			expect((await ask(sandbox, `GET /analytics/runs?from=${created_at}&to=${created_at}`)).body).toMatchObject({
				data: [{ id }],
			});
		});

		it.each<[string, number]>([
			['day', 24],
			['agent', 5],
			['workflow', 4],
			['model', 3],
		])('split the costs by %s', async (groupBy, count) => {
			const schema = z.object({
				total_usd: z.number(),
				groups: z.array(z.object({ group: z.string(), cost_usd: z.number() })),
			});
			const { total_usd, groups } = schema.parse((await ask(sandbox, `GET /analytics/costs?group_by=${groupBy}`)).body);
			expect(groups).toHaveLength(count);
			expect(groups.reduce((sum, { cost_usd }) => sum + cost_usd, 0)).toBeCloseTo(total_usd, 6);
		});

		it('show where a run spent its time', async () => {
			expect((await ask(sandbox, 'GET /analytics/traces/trace_01j9k0001')).body).toMatchObject({
				run_id: 'run_01j9k0001',
				agent_id: intakeHelper,
				spans: [
					{ name: 'queue', duration_ms: 100 },
					{ name: 'model', duration_ms: 1000 },
				],
			});
		});
	});
});
