import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { categories } from '../../../nodes/Kairo/endpoints';
import { hostilePath } from '../../unit/support/hostilePaths';
import { apiRequest, useKairoBench } from '../kairo';
import { placeIn, RESOURCES } from './endpoints';
import { everyOne } from '../../support/everyOne';

const bench = useKairoBench();

const templates = (fields: Parameters<typeof bench.run>[0] = {}) =>
	apiRequest('agent', { path: 'templates', ...fields });
const parameters = (pairs: Record<string, string>) => ({
	queryParameters: { parameters: Object.entries(pairs).map(([name, value]) => ({ name, value })) },
});
const names = (output: Array<{ json: { name?: unknown } }>) => output.map(({ json }) => json.name);
const TEMPLATES = Array.from({ length: 25 }, (_, index) => `Template ${index + 1}`);
const { agent, workflow, context } = categories;

describe('API Request', () => {
	it('returns an answer unchanged', async () => {
		const { items } = await bench.run(templates({ ...parameters({ limit: '2' }) }));
		expect(items.map(({ json }) => json)).toEqual([{ data: expect.any(Array), next_cursor: 'after-2' }]);
	});

	it('gives each row of a bare list an item of its own', async () => {
		const { items } = await bench.run(apiRequest('analytics', { path: '/export', ...parameters({ format: 'json' }) }));
		expect(items).toHaveLength(24);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});

	it('sends a body of the user’s own', async () => {
		await bench.run(
			apiRequest('workflow', { method: 'POST', path: 'import', body: '{"workflows": [{"name": "Imported"}]}' }),
		);
		await bench.run(apiRequest('context', { method: 'PATCH', path: 'settings', body: '={{ $json }}' }), {
			items: [{ refresh_minutes: 5 }],
		});
		expect(bench.requests().map(({ method, path, body }) => [method, path, body])).toEqual([
			['POST', `${workflow.root}/import`, { workflows: [{ name: 'Imported' }] }],
			['PATCH', `${context.root}/settings`, { refresh_minutes: 5 }],
		]);
		expect(bench.state.workflows.at(-1)).toMatchObject({ name: 'Imported' });
	});

	it('sends no body by GET and DELETE, also if one was entered before', async () => {
		const id = bench.state.agents[0]?.id ?? '';
		const { items } = await bench.run(apiRequest('agent', { method: 'DELETE', path: id, body: '{"a": 1}' }));
		await bench.run(apiRequest('agent', { path: bench.state.agents[0]?.id ?? '', body: '{"a": 1}' }));
		expect(items.map(({ json }) => json)).toEqual([{ success: true }]);
		expect(bench.requests().map(({ body }) => body)).toEqual([null, null]);
	});

	it('reaches the root of the category by an empty path', async () => {
		await bench.run(apiRequest('agent'));
		expect(bench.requests()[0]?.path).toBe(agent.root);
	});

	it.each(RESOURCES)('sends the methods of %s and no other', async (resource) => {
		for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE']) {
			const { error } = await bench.run(apiRequest(resource, { method: `={{ "${method}" }}`, path: 'no/such/path' }));
			const listed = categories[resource].methods.some((one) => one === method);
			expect(error?.message).toContain(
				listed ? `${categories[resource].root}/no/such/path` : `"Method" must be one of the choices (got "${method}")`,
			);
		}
		expect(
			bench
				.requests()
				.map(({ method }) => method)
				.sort(),
		).toEqual([...categories[resource].methods].sort());
	});

	it('shows the path that KAIRO does not know', async () => {
		const { error } = await bench.run(apiRequest('agent', { path: '/no/such' }));
		expect(error?.message).toBe(`KAIRO found nothing at GET ${agent.root}/no/such`);
	});

	it('goes below another root if the user enters one', async () => {
		const { error } = await bench.run(apiRequest('workflow', { path: 'x', options: { workflowRoot: '/automations' } }));
		expect(bench.requests().map(({ path }) => path)).toEqual(['/automations/x']);
		expect(error?.message).toBe('KAIRO found nothing at GET /automations/x');
		expect(error?.description).toContain('Category Root');
	});

	it.each([
		['path', '={{ $json.nothing }}', '"Path" is missing'],
		['path', '={{ null }}', '"Path" is missing'],
		['path', '={{ ({ x: 1 }) }}', '"Path" must be a text'],
		['body', '={{ null }}', '"Body (JSON)" is missing'],
	])('sends nothing for the %s %s', async (field, value, message) => {
		const { error } = await bench.run(apiRequest('agent', { method: 'PATCH', path: 'a1', body: '{}', [field]: value }));
		expect(error?.message).toContain(message);
		expect(bench.requests()).toEqual([]);
	});

	it('does not count a deletion as done because nothing is found after a doubtful try', async () => {
		bench.control.fail({ method: 'DELETE', path: `${agent.root}/no/such`, kind: 'status', status: 502 });
		const { error, items } = await bench.run(apiRequest('agent', { method: 'DELETE', path: 'no/such' }));
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^The outcome is unknown/);
	});

	it('never sends a POST again after a doubtful answer', async () => {
		bench.control.fail({ method: 'POST', path: `${workflow.root}/import`, kind: 'resetAfterHandler' });
		const imported = apiRequest('workflow', {
			method: 'POST',
			path: 'import',
			body: '{"workflows": [{"name": "Once"}]}',
		});
		const { error } = await bench.run(imported, { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(bench.requests()).toHaveLength(1);
	});
});

describe('a hostile path', () => {
	it.each([
		'https://evil.test/x',
		'//evil.test/x',
		'\\\\evil.test',
		'/\\evil.test',
		'../workflows',
		'..',
		'a/../../workflows',
		'%2e%2e/workflows',
		'%252e%252e/workflows',
		'..%2fworkflows',
		'..%5cworkflows',
		'a\r\nHost: evil.test',
		'a%0d%0aX: y',
		'a?key=1',
		'a#b',
		'@evil.test/..',
	])('%j is refused before anything is sent', async (path) => {
		const { error } = await bench.run(apiRequest('agent', { path: '={{ $json.path }}' }), { items: [{ path }] });
		expect(error?.message).toMatch(/^"Path" /);
		expect(bench.requests()).toEqual([]);
	});

	it('is refused, or goes below the root of the category on the host of the credential', async () => {
		bench.control.configureKairo({ rateLimits: false });
		const paths = fc.sample(hostilePath, { numRuns: 400, seed: 7 });
		for (const resource of everyOne(RESOURCES)) {
			bench.control.reset();
			bench.control.configureKairo({ rateLimits: false });
			const { items } = await bench.run(apiRequest(resource, { path: '={{ $json.path }}' }), {
				items: paths.map((path, row) => ({ row, path })),
				settings: { onError: 'continueRegularOutput' },
			});
			const refused = items.filter(({ json }) => String(json.error).startsWith('"Path" '));
			const sent = bench.requests();
			expect(items.length).toBeGreaterThanOrEqual(paths.length);
			expect(refused.length).toBeGreaterThan(50);
			expect(sent.length).toBeGreaterThan(50);
			// Each path is either refused or sent.
			expect(refused.length + sent.length).toBe(paths.length);
			const { root } = categories[resource];
			expect(sent.filter(({ path }) => path !== root && !path.startsWith(`${root}/`))).toEqual([]);
			expect(sent.filter(({ path }) => /(^|\/)\.{1,2}(\/|$)|\/\/|\\/.test(path))).toEqual([]);
			expect(
				sent.filter(
					({ query, authorized, vendor }) => !authorized || vendor !== 'kairo' || Object.keys(Object(query)).length > 0,
				),
			).toEqual([]);
		}
	}, 60_000);
});

describe('Pagination', () => {
	const size = { pageSizeParameter: 'limit', pageSize: 10 };
	const styles = [
		['cursor', { pagination: 'cursor', ...parameters({ style: 'cursor' }), paginationOptions: size }],
		['page', { pagination: 'page', ...parameters({ style: 'page' }), paginationOptions: size }],
		['offset', { pagination: 'offset', ...parameters({ style: 'offset' }), paginationOptions: size }],
	] as const;

	it.each(styles)('by %s reads all pages', async (style, fields) => {
		const { items } = await bench.run(templates({ ...fields, returnAll: true }));
		expect(names(items)).toEqual(TEMPLATES);
		expect(bench.requests().every(({ query }) => JSON.stringify(query).includes(`"style":"${style}"`))).toBe(true);
	});

	it.each(styles)('by %s stops at the limit', async (_, fields) => {
		const { items } = await bench.run(templates({ ...fields, limit: 12 }));
		expect(names(items)).toEqual(TEMPLATES.slice(0, 12));
		expect(bench.requests()).toHaveLength(2);
	});

	it.each(styles)(
		'by %s works under other names, from another start and with rows elsewhere',
		async (style, fields) => {
			bench.control.configureKairo({
				templates: { limit: 'per_page', cursor: 'after', page: 'p', offset: 'skip', firstPage: 0, body: 'nested' },
			});
			const { items } = await bench.run(
				templates({
					...fields,
					...parameters({ style }),
					returnAll: true,
					cursorParameter: 'after',
					cursorPath: 'meta.next_cursor',
					pageParameter: 'p',
					offsetParameter: 'skip',
					paginationOptions: {
						pageSizeParameter: 'per_page',
						pageSize: 4,
						itemsPath: 'result.templates',
						firstPage: 0,
					},
				}),
			);
			expect(names(items)).toEqual(TEMPLATES);
		},
	);

	it.each(styles)('by %s detects an API that does not know its parameters', async (_, fields) => {
		bench.control.configureKairo({ templates: { stuck: true } });
		const { error } = await bench.run(templates({ ...fields, returnAll: true }));
		expect(error?.message).toBe('KAIRO sent the same page twice');
		expect(bench.requests()).toHaveLength(2);
	});

	it('reads bare lists', async () => {
		bench.control.configureKairo({ templates: { body: 'bare' } });
		const { items } = await bench.run(
			templates({ pagination: 'offset', ...parameters({ style: 'offset' }), returnAll: true }),
		);
		expect(names(items)).toEqual(TEMPLATES);
	});

	it('reads lists that Get Many cannot read', async () => {
		bench.control.configureKairo({ more: true, pageSize: 10 });
		const { error } = await bench.run({ resource: 'analytics', operation: 'getRuns', returnAll: true });
		expect(error?.message).toContain('KAIRO sent 10 rows and has more');
		const { items } = await bench.run(
			apiRequest('analytics', {
				path: placeIn('analytics', 'getRuns').replace(`GET ${categories.analytics.root}`, ''),
				pagination: 'cursor',
				returnAll: true,
			}),
		);
		expect(items).toHaveLength(24);
	});

	it('does not let a parameter be set twice', async () => {
		const { error } = await bench.run(templates({ pagination: 'page', ...parameters({ page: '2' }) }));
		expect(error?.message).toBe('"Query Parameters" must not contain "page", because Pagination sets it');
		expect(bench.requests()).toEqual([]);
	});

	it('applies to GET only', async () => {
		const imported = apiRequest('workflow', {
			method: 'POST',
			path: 'import',
			body: '{"workflows": []}',
			pagination: 'cursor',
		});
		await bench.run(imported);
		expect(bench.requests()).toHaveLength(1);
	});
});
