import { describe, expect, it } from '@jest/globals';

import { errorOf } from '../agents/reads';
import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('communicationRun');

const business = () => bench.state.workspaces[0]?.id ?? '';
const description = (name = 'Recall') => JSON.stringify({ business_id: business(), external_ref: name });
const seeded = () => bench.state.runs[0]?.id ?? '';
const keys = () => bench.requests('/communication-runs').map(({ headers }) => headers['idempotency-key']);
const created = () => bench.state.runs.slice(1);

describe('communication run', () => {
	it.each(['validate', 'preview'])('%s sends the run as it is', async (operation) => {
		await rows(operation, { run: description() });
		expect(sent()).toEqual([
			{ to: `POST /communication-runs/${operation}`, body: { business_id: business(), external_ref: 'Recall' } },
		]);
		expect(created()).toEqual([]);
	});

	it('sends the filled-in fields; members of the JSON replace them', async () => {
		await rows('validate', { externalRef: 'Recall', workspaceId: byId(business()), run: '{ "jobs": [] }' });
		await rows('preview', { externalRef: 'Recall', run: '{ "external_ref": "Own" }' });
		expect(sent().map(({ body }) => body)).toEqual([
			{ external_ref: 'Recall', business_id: business(), jobs: [] },
			{ external_ref: 'Own' },
		]);
	});

	it('creates a run for each item, each with a key of its own', async () => {
		const items = [{ name: 'One' }, { name: 'Two' }];
		await rows('create', { run: `={{ { business_id: '${business()}', external_ref: $json.name } }}` }, { items });
		expect(created()).toMatchObject([{ external_ref: 'One' }, { external_ref: 'Two' }]);
		expect(new Set(keys()).size).toBe(2);
	});

	it.each(['resetAfterHandler', 'resetBeforeHandler', 'cutBody'] as const)(
		'is created once in spite of %s',
		async (kind) => {
			bench.control.fail({ method: 'POST', path: '/communication-runs', kind });
			await rows('create', { run: description() });
			expect(keys()).toHaveLength(2);
			expect(new Set(keys()).size).toBe(1);
			expect(created()).toHaveLength(1);
		},
	);

	it('says what to mind when all tries are used up', async () => {
		bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler', times: 2 });
		const { error } = await run('create', { run: description(), options: { maxRetries: 1 } });
		expect(error?.description).toContain('use the same Run Key again');
		expect(created()).toHaveLength(1);
	});

	it('keeps the key when n8n runs the node again', async () => {
		bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
		await rows(
			'create',
			{ run: description(), options: { maxRetries: 0 } },
			{ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } },
		);
		expect(keys()).toHaveLength(2);
		expect(new Set(keys()).size).toBe(1);
		expect(created()).toHaveLength(1);
	});

	it('creates one run when an agent calls its tool twice, also after a doubtful answer', async () => {
		bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
		const tool = bench.tool({
			resource: 'communicationRun',
			operation: 'create',
			run: description(),
			options: { maxRetries: 0 },
		});
		expect(await errorOf(tool({}))).toContain('could not be reached');
		await tool({});
		await tool({});
		expect(new Set(keys()).size).toBe(1);
		expect(created()).toHaveLength(1);
	});

	it.each([
		['is killed and the execution is run again from its start', true],
		['runs another execution', false],
	])('creates one run for each execution: n8n %s', async (_, isSame) => {
		const resumeToken = 'token';
		await rows('create', { run: description() }, { resumeToken });
		await rows('create', { run: description() }, { resumeToken: isSame ? resumeToken : 'other' });
		expect(created()).toHaveLength(isSame ? 1 : 2);
	});

	describe('n8n is killed and the execution run again from its start, where the key has become another', () => {
		const named = () => `={{ { business_id: '${business()}', external_ref: $json.name } }}`;
		it.each([
			['another column has changed', named, { name: 'One', readAt: 1 }, { name: 'One', readAt: 2 }],
			['the name has changed, and the run as such not', () => description('One'), { name: 'One' }, { name: 'Two' }],
		])('%s: the run is answered once more', async (_, runOf, before, after) => {
			const resumeToken = 'token';
			await rows('create', { run: runOf() }, { items: [before], resumeToken });
			for (const options of [{}, { sendAgain: true }]) {
				const [row] = await rows('create', { run: runOf(), options }, { items: [after], resumeToken });
				expect(row?.id).toBe(created()[0]?.id);
			}
			expect(created()).toHaveLength(1);
		});

		it('its key contains the time: one run, and the item says that it may exist', async () => {
			const parameters = { run: named(), options: { idempotencyKey: '={{ "k" + $now.toMillis() }}' } };
			const one = { items: [{ name: 'One' }], resumeToken: 'token' };
			await rows('create', parameters, one);
			for (const _ of ['first Retry', 'second Retry']) {
				const { error } = await run('create', parameters, one);
				expect(error?.message).toContain('earlier try of this execution');
			}
			expect(created()).toHaveLength(1);
		});

		it('an entered key is the same: the run is answered once more', async () => {
			const parameters = { run: named(), options: { idempotencyKey: 'mine' } };
			await rows('create', parameters, { items: [{ name: 'One' }], resumeToken: 'token' });
			const [row] = await rows('create', parameters, { items: [{ name: 'One', readAt: 2 }], resumeToken: 'token' });
			expect(row?.external_ref).toBe('One');
			expect(created()).toHaveLength(1);
		});

		it('a run that was clearly refused is created by the Retry', async () => {
			const resumeToken = 'token';
			bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'status', status: 402 });
			const { error } = await run('create', { run: named() }, { items: [{ name: 'One' }], resumeToken });
			expect(error).toBeDefined();
			await rows('create', { run: named() }, { items: [{ name: 'One', readAt: 2 }], resumeToken });
			expect(created()).toHaveLength(1);
		});

		it('a run that was refused after an unclear answer stays unknown', async () => {
			const resumeToken = 'token';
			bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
			bench.control.fail({ method: 'POST', path: '/communication-runs', kind: 'status', status: 402, skip: 1 });
			await run('create', { run: named() }, { items: [{ name: 'One' }], resumeToken });
			const { error } = await run('create', { run: named() }, { items: [{ name: 'One', readAt: 2 }], resumeToken });
			expect(error?.message).toContain('The outcome is unknown');
			expect(created()).toHaveLength(1);
		});
	});

	it.each([
		['monthly-recall', /^monthly-recall$/],
		['', /^[\w-]{43}$/],
	])('sends the key "%s", or makes one up', async (idempotencyKey, key) => {
		await rows('create', { run: description(), options: { idempotencyKey } });
		expect(keys()).toEqual([expect.stringMatching(key)]);
	});

	it.each([
		[
			{ run: '[]' },
			'"People and Messages (JSON)" has wrong content: must be an object such as { "external_ref": "…" }',
		],
		[{ run: '{"a"' }, '"People and Messages (JSON)" is not valid JSON'],
		[
			{ run: '{ "name": "x" }', options: { idempotencyKey: 'März' } },
			'"Run Key" has spaces or letters that cannot be sent, or is too long',
		],
	])('sends nothing for %j', async (parameters, message) => {
		const { error } = await run('create', parameters);
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it.each([
		'={{ "run-" + $json.nothing }}',
		'=run-{{ $json.nothing }}',
		'={{ "run-" + null }}',
		'run-1.23457E+11',
		'Client ID',
	])('sends nothing with a key that other items would have, too: %s', async (idempotencyKey) => {
		const { error } = await run('create', { run: description(), options: { idempotencyKey } });
		expect(error?.message).toMatch(/^"Run Key" must be different for each item \(got ".+"\)$/);
		expect(sent()).toEqual([]);
	});

	it.each(['create', 'preview', 'validate'])(
		'%s is refused if an expression in the JSON brings undefined, which would not be sent',
		async (operation) => {
			const { error } = await run(operation, { run: '={{ ({ name: "Recall", people: $json.peple }) }}' });
			expect(error?.message).toBe('"People and Messages (JSON)" has undefined in "people": a value is missing');
			expect(sent()).toEqual([]);
		},
	);

	it('gets a run', async () => {
		expect(await rows('get', { communicationRunId: byId(seeded()) })).toMatchObject([
			{ external_ref: 'spring-recall' },
		]);
		expect(sent()).toEqual([{ to: 'GET /communication-runs', query: { id: seeded() } }]);
	});

	it('lists runs', async () => {
		const filters = { externalRef: 'spring-recall', workspaceId: byId(business()) };
		expect(await rows('getAll', { filters })).toMatchObject([{ id: seeded() }]);
		expect(sent()).toEqual([
			{ to: 'GET /communication-runs', query: { external_ref: 'spring-recall', business_id: business(), limit: '50' } },
		]);
	});

	it.each([
		['pause', 'communicationRunIdToPause', 'paused'],
		['cancel', 'communicationRunIdToCancel', 'cancelled'],
	])('%s halts a run', async (operation, field, status) => {
		await rows(operation, { [field]: byId(seeded()), workspaceId: byId(business()) });
		expect(sent()).toEqual([
			{ to: 'PATCH /communication-runs', body: { id: seeded(), action: operation, business_id: business() } },
		]);
		expect(bench.state.runs[0]?.status).toBe(status);
	});

	it.each(['pause', 'cancel'])('%s does not take the run that was chosen for another operation', async (operation) => {
		await expect(rows(operation, { communicationRunId: byId(seeded()) })).rejects.toThrow(
			'Parameter "Communication Run" is required.',
		);
		expect(sent()).toEqual([]);
	});

	it('names an unknown run', async () => {
		const { error } = await run('pause', { communicationRunIdToPause: byId('run_x') });
		expect(error?.message).toBe('KaiCalls has no Communication Run ID "run_x"');
	});

	it.each([
		['get', 'communication-runs:read'],
		['getAll', 'communication-runs:read'],
		['create', 'communication-runs:write'],
		['validate', 'communication-runs:write'],
		['preview', 'communication-runs:write'],
		['pause', 'communication-runs:write'],
		['cancel', 'communication-runs:write'],
	])('%s says which scope it needs', async (operation, scope) => {
		const refused = await refusedWithout(operation, {
			communicationRunId: byId('x'),
			communicationRunIdToPause: byId('x'),
			communicationRunIdToCancel: byId('x'),
			run: '{ "name": "x" }',
		});
		expect(refused.message).toBe(NO_SCOPE);
		expect(refused.description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
