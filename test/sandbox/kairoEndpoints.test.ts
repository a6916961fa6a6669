import { describe, expect, it } from '@jest/globals';
import { categories, type KairoEndpoint } from '../../nodes/Kairo/endpoints';
import { type Reply, send } from './client';
import { ask, crm, firstRun, intakeHelper, lookupTool, newLead, refusalOf } from './kairo';
import { everyOne } from '../support/everyOne';
import { useSandbox } from './useSandbox';

const ids: Record<string, string> = {
	agentId: intakeHelper,
	workflowId: newLead,
	sourceId: crm,
	runId: firstRun,
	toolId: lookupTool,
	windowId: 'win_01j9k0001',
	traceId: 'trace_01j9k0001',
};

const endpoints = Object.values(categories).flatMap(({ root, endpoints: ofCategory }) =>
	Object.values<KairoEndpoint>(ofCategory).map(({ method, path, standing }) => ({
		standing,
		request: `${method} ${root}${path.replace(/\{(\w+)\}/g, (_whole, name) => ids[name] ?? '')}`,
	})),
);

describe('endpoints of KAIRO', () => {
	const sandbox = useSandbox({ prepare: ({ control }) => control.configureKairo({ rateLimits: false }) });

	/** Every request is made in a fresh account: a DELETE would spoil the next one. */
	async function statusesIn(served: Array<KairoEndpoint['standing']>, unservedStatus: 404 | 405 = 404) {
		const replies: Array<{ standing: string; request: string; reply: Reply }> = [];
		for (const { standing, request } of endpoints) {
			sandbox.control.reset();
			sandbox.control.configureKairo({ served, unservedStatus, rateLimits: false });
			replies.push({ standing, request, reply: await ask(sandbox, request) });
		}
		return replies;
	}

	const requestsOf = (replies: Awaited<ReturnType<typeof statusesIn>>, codes: number[]) =>
		replies.filter(({ reply }) => codes.includes(reply.status)).map(({ request }) => request);

	it('answers all 35 at the paths of the table', async () => {
		const replies = await statusesIn(['documented', 'implied', 'assumed']);
		expect(replies).toHaveLength(35);
		// The first run is the first agent's own, so a workflow does not have it; a POST or PATCH without a body is a 400.
		expect(requestsOf(replies, [404, 405])).toEqual([`GET /workflows/${newLead}/runs/${firstRun}`]);
	});

	it.each<[string, Array<KairoEndpoint['standing']>, number]>([
		['only the documented one', ['documented'], 1],
		['the documented and the implied ones', ['documented', 'implied'], 10],
		['none', [], 0],
	])('can have %s', async (_name, served, count) => {
		const unserved = (await statusesIn(served)).filter(({ standing }) => !served.some((one) => one === standing));
		expect(unserved).toHaveLength(35 - count);
		for (const { reply } of everyOne(unserved)) expect(refusalOf(reply)).toEqual([404, 'endpoint_not_found']);
	});

	it('answers 405 where an endpoint is missing, on request', async () => {
		const replies = await statusesIn(['documented'], 405);
		expect(requestsOf(replies, [405])).toEqual(
			endpoints.filter(({ standing }) => standing !== 'documented').map(({ request }) => request),
		);
		sandbox.control.configureKairo({ served: ['documented'], unservedStatus: 405 });
		expect((await ask(sandbox, 'GET /agents')).headers.get('allow')).toBe('POST, PATCH, DELETE');
		expect(refusalOf(await ask(sandbox, 'GET /agents/a/b/c'))).toEqual([404, 'endpoint_not_found']);
	});

	it('creates an agent as the documented example does', async () => {
		sandbox.control.configureKairo({ served: ['documented'] });
		const reply = await ask(sandbox, 'POST /agents', { name: 'Lead Qualifier', model: 'auto', context: ['crm'] });
		expect(reply.status).toBe(201);
		expect(reply.body).toEqual({
			id: expect.stringMatching(/^agent_[0-9a-v]{9}$/),
			name: 'Lead Qualifier',
			status: 'active',
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
		});
	});

	it.each([
		'PATCH /workflows/wf_01j9k0001',
		'PATCH /workflows',
		'PUT /agents/agent_01j9k0001',
		'DELETE /context/sources/src_01j9k0001',
		'PUT /context/sources/src_01j9k0001',
		'POST /analytics/usage',
		'DELETE /analytics/runs',
		'PATCH /analytics',
	])('answers 405 to %s, which the category does not list', async (request) => {
		const reply = await ask(sandbox, request, {});
		expect(refusalOf(reply)).toEqual([405, 'method_not_allowed']);
		expect(reply.headers.get('allow')).not.toContain(request.split(' ')[0]);
	});

	it('tells an unknown ID from an unknown path', async () => {
		expect(refusalOf(await ask(sandbox, 'GET /agents/agent_nobody'))).toEqual([404, 'agent_not_found']);
		expect(refusalOf(await ask(sandbox, 'GET /agentz'))).toEqual([404, 'endpoint_not_found']);
		expect(refusalOf(await ask(sandbox, 'DELETE /agents'))).toEqual([404, 'endpoint_not_found']);
	});

	it.each(['sk_live_wrong', 'wrong'])('refuses the key %s before anything else', async (apiKey) => {
		for (const request of ['GET /agents', 'POST /agents', 'GET /nowhere', 'PUT /context']) {
			expect(refusalOf(await send({ ...sandbox.kairo, apiKey }, request))).toEqual([401, 'unauthorized']);
		}
	});

	it('returns a key in the vendor’s form', () => {
		expect(sandbox.kairo.apiKey).toMatch(/^sk_live_\w{20,}$/);
	});

	describe('that is not published', () => {
		const templates = 'GET /agents/templates';

		/** Names of a page's templates, wherever the rows are. */
		const namesIn = (body: unknown) => JSON.stringify(body).match(/Template \d+/g) ?? [];

		it.each<[string, string[]]>([
			['cursor', ['', '&cursor=after-10', '&cursor=after-20']],
			['page', ['', '&page=2', '&page=3']],
			['offset', ['', '&offset=10', '&offset=20']],
		])('pages by %s', async (style, positions) => {
			const pages: number[] = [];
			const names = new Set<string>();
			for (const position of positions) {
				const { body } = await ask(sandbox, `${templates}?style=${style}&limit=10${position}`);
				pages.push(namesIn(body).length);
				for (const name of namesIn(body)) names.add(name);
			}
			expect([pages, names.size]).toEqual([[10, 10, 5], 25]);
		});

		it('names cursors until the end', async () => {
			expect((await ask(sandbox, `${templates}?limit=20`)).body).toMatchObject({ next_cursor: 'after-20' });
			expect((await ask(sandbox, `${templates}?limit=20&cursor=after-20`)).body).toMatchObject({ next_cursor: null });
		});

		it('pages with other names and bodies', async () => {
			sandbox.control.configureKairo({
				templates: { limit: 'size', cursor: 'after', page: 'p', firstPage: 0, body: 'nested' },
			});
			expect((await ask(sandbox, `${templates}?size=20`)).body).toMatchObject({
				result: { templates: expect.any(Array) },
				meta: { count: 20, next_cursor: 'after-20' },
			});
			expect(namesIn((await ask(sandbox, `${templates}?size=20&after=after-20`)).body)).toHaveLength(5);
			expect(namesIn((await ask(sandbox, `${templates}?style=page&size=20&p=0`)).body)).toHaveLength(20);
			expect(refusalOf(await ask(sandbox, `${templates}?limit=20`))).toEqual([400, 'invalid_request']);
			sandbox.control.configureKairo({ templates: { body: 'bare' } });
			expect((await ask(sandbox, `${templates}?limit=1`)).body).toEqual([{ id: 'template_1', name: 'Template 1' }]);
		});

		it('can ignore the page that is asked for', async () => {
			sandbox.control.configureKairo({ templates: { stuck: true } });
			const first = await ask(sandbox, `${templates}?limit=2`);
			expect((await ask(sandbox, `${templates}?limit=2&cursor=after-2`)).body).toEqual(first.body);
		});

		it('exist in every category, for every setting of `served`', async () => {
			sandbox.control.configureKairo({ served: [] });
			const imported = await ask(sandbox, 'POST /workflows/import', { workflows: [{ name: 'One' }, { name: 'Two' }] });
			expect([
				imported.status,
				sandbox.control
					.kairoState()
					.workflows.slice(-2)
					.map(({ name }) => name),
			]).toEqual([201, ['One', 'Two']]);
			expect((await ask(sandbox, 'PATCH /context/settings', { top_k: 3 })).body).toEqual({
				refresh_minutes: 60,
				top_k: 3,
			});
			const exported = await ask(sandbox, 'GET /analytics/export');
			expect(exported.headers.get('content-type')).toContain('text/csv');
			expect(String(exported.body).split('\n')).toHaveLength(25);
		});
	});
});
