import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { KairoSettings } from '../../sandbox';
import { ask, crm, intakeHelper, newLead, refusalOf } from './kairo';
import { useSandbox } from './useSandbox';

describe('shapes of KAIRO', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKairo({ rateLimits: false }) });

	describe('lists', () => {
		const lists: Array<[string, string, number]> = [
			['/agents', 'agents', 4],
			['/workflows', 'workflows', 3],
			[`/agents/${intakeHelper}/runs`, 'runs', 4],
			['/context/sources', 'sources', 3],
			[`/context/sources/${crm}/documents`, 'documents', 2],
			['/analytics/runs', 'runs', 24],
			['/analytics/traces', 'traces', 24],
		];

		it.each(lists)('%s: rows wherever they are set to be', async (path, category, length) => {
			const bodyIn = async (listShape: KairoSettings['listShape']) => {
				sandbox.control.configureKairo({ listShape });
				return (await ask(sandbox, `GET ${path}`)).body;
			};
			const rows = await bodyIn('bare');
			expect(rows).toHaveLength(length);
			expect(await bodyIn('data')).toEqual({ data: rows });
			expect(await bodyIn('items')).toEqual({ items: rows });
			expect(await bodyIn('results')).toEqual({ results: rows });
			expect(await bodyIn('category')).toEqual({ [category]: rows });
		});

		it('page by limit and cursor', async () => {
			sandbox.control.configureKairo({ more: true });
			const page = z.object({
				data: z.array(z.object({ id: z.string() })),
				has_more: z.boolean(),
				next_cursor: z.string().nullable(),
			});
			const ids: string[] = [];
			const sizes: number[] = [];
			let cursor: string | null = '';
			while (cursor !== null) {
				const { data, has_more, next_cursor } = page.parse(
					(await ask(sandbox, `GET /analytics/runs?limit=10${cursor && `&cursor=${cursor}`}`)).body,
				);
				sizes.push(data.length);
				ids.push(...data.map(({ id }) => id));
				expect(has_more).toBe(next_cursor !== null);
				cursor = next_cursor;
			}
			expect([sizes, new Set(ids).size]).toEqual([[10, 10, 4], 24]);
			expect(refusalOf(await ask(sandbox, 'GET /agents?cursor=x'))).toEqual([400, 'invalid_request']);
			expect(refusalOf(await ask(sandbox, 'GET /agents?limit=0'))).toEqual([400, 'invalid_request']);
			expect(refusalOf(await ask(sandbox, 'GET /agents?returnAll=true'))).toEqual([400, 'invalid_request']);
		});

		it('end at the page size without a sign that more follows', async () => {
			sandbox.control.configureKairo({ pageSize: 3 });
			const { body } = await ask(sandbox, 'GET /agents');
			expect(body).toMatchObject({ data: { length: 3 } });
			expect(Object.keys(Object(body))).toEqual(['data']);
		});
	});

	describe('refusals', () => {
		const message = 'No agent has the ID agent_nobody';
		it.each<[KairoSettings['errorShape'], unknown]>([
			['nested', { error: { code: 'agent_not_found', message } }],
			['text', { error: message }],
			['message', { code: 'agent_not_found', message }],
			['detail', { detail: message }],
			['title', { status: 404, title: message }],
			['empty', ''],
		])('%s', async (errorShape, body) => {
			sandbox.control.configureKairo({ errorShape });
			const reply = await ask(sandbox, 'GET /agents/agent_nobody');
			expect([reply.status, reply.body]).toEqual([404, body]);
			const statuses = [
				(await ask(sandbox, 'GET /nowhere')).status,
				(await ask(sandbox, 'POST /agents', {})).status,
				(await ask(sandbox, 'PUT /context')).status,
				(await ask(sandbox, 'GET /agents', undefined, { authorization: 'Bearer x' })).status,
			];
			expect(statuses).toEqual([404, 400, 405, 401]);
		});
	});

	it('may answer a change with an empty body', async () => {
		const changes: Array<[string, unknown]> = [
			[`PATCH /agents/${intakeHelper}`, { model: 'x' }],
			[`PUT /workflows/${newLead}`, { name: 'x' }],
			[`PATCH /context/sources/${crm}`, { name: 'x' }],
			[`POST /context/sources/${crm}/refresh`, {}],
			['PATCH /context/settings', { x: 1 }],
		];
		const answers = async () =>
			await Promise.all(changes.map(async ([request, body]) => await ask(sandbox, request, body)));
		expect((await answers()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		sandbox.control.configureKairo({ emptyBodies: true });
		const empty = await answers();
		expect(empty.map(({ status, body }) => [status, body])).toEqual(empty.map(() => [204, '']));
		expect(sandbox.control.kairoState().agents[0]?.model).toBe('x');
		expect((await ask(sandbox, 'POST /agents', { name: 'A' })).status).toBe(201);
	});

	it('may confirm a deletion', async () => {
		sandbox.control.configureKairo({ deleteAnswer: 'deleted' });
		for (const request of [
			`DELETE /agents/${intakeHelper}/context/crm`,
			`DELETE /agents/${intakeHelper}`,
			`DELETE /workflows/${newLead}`,
		]) {
			const { status, body } = await ask(sandbox, request);
			expect([status, body]).toEqual([200, { deleted: true }]);
		}
	});
});
