import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { byId, onBench } from '../bench';
import { hintsOf } from '../engine';
import { KaiCallsBench } from '../kaicalls';
import { KairoBench } from '../kairo';
import { addProspects, KakiyoBench, people } from '../kakiyo';
import { automatic, KayseBench, mapped } from '../kayse';

const kakiyo = onBench(new KakiyoBench());
const kairo = onBench(new KairoBench());
const kaiCalls = onBench(new KaiCallsBench());
const kayse = onBench(new KayseBench());

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;

describe('Retry On Fail, where a success has a member "error"', () => {
	// n8n runs a node again if its first row has one (workflow-execute.js, checkFailure); our outcome does not matter
	// to it.
	it('does not start a run of KAIRO again that has failed', async () => {
		kairo.control.configureKairo({ runsFail: true });
		const parameters = {
			resource: 'agent',
			operation: 'run',
			agentId: byId(kairo.state.agents[0]?.id ?? ''),
			agentInputType: 'text',
			input: '={{ $json.text }}',
			waitForRun: true,
		};
		const items = [{ text: 'Case 0' }, { text: 'Case 1' }, { text: 'Case 2' }];
		const { items: output } = await kairo.run(parameters, { items, settings: retryOnFail });
		expect(output).toHaveLength(3);
		expect(kairo.startedRuns().map(({ input }) => input)).toEqual(['Case 0', 'Case 1', 'Case 2']);
	});

	describe('with such an answer of another vendor', () => {
		let server: Server;
		let posts = 0;
		beforeAll(async () => {
			server = createServer((request, response) => {
				if (request.method === 'POST') posts += 1;
				request.resume();
				response.writeHead(201, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ id: 'call_1', status: 'queued', error: 'none' }));
			}).listen(0, '127.0.0.1');
			await once(server, 'listening');
		});
		afterAll(() => void server.close());

		it('does not place the calls again', async () => {
			const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			const parameters = { resource: 'call', operation: 'create', agentId: byId('agent_1'), to: '={{ $json.to }}' };
			const { error } = await kaiCalls.run(parameters, {
				baseUrl,
				items: [{ to: '+12025550111' }, { to: '+12025550112' }],
				settings: retryOnFail,
			});
			expect(error).toBeUndefined();
			expect(posts).toBe(2);
		});
	});
});

describe('Retry On Fail, where an expression yields something else in each try', () => {
	it('calls no person twice: the agent’s text has the day and the time', async () => {
		const parameters = {
			resource: 'call',
			operation: 'create',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '={{ $json.phone }}',
			context: '={{ "It is " + $now.toISO() }}',
		};
		const items = ['+12025550111', '+12025550112', '+12025550113'].map((phone) => ({ phone }));
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 404, skip: 2 });
		await kaiCalls.run(parameters, { items, settings: { ...retryOnFail, waitBetweenTries: 20 } });
		expect(kaiCalls.control.callsPlaced()).toEqual({ '+12025550111': 1, '+12025550112': 1, '+12025550113': 1 });
	});

	it('never sends an item with an unknown outcome again', async () => {
		const parameters = {
			resource: 'call',
			operation: 'create',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '={{ $json.phone }}',
			context: '={{ "It is " + $now.toISO() }}',
		};
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler' });
		await kaiCalls.run(parameters, {
			items: [{ phone: '+12025550111' }],
			settings: { ...retryOnFail, waitBetweenTries: 20 },
		});
		expect(kaiCalls.control.callsPlaced()).toEqual({ '+12025550111': 1 });
	});
});

describe('n8n’s Retry of an execution', () => {
	const upsert = { resource: 'client', operation: 'upsert', fields: automatic() };
	const rows = Array.from({ length: 4 }, (_, index) => ({
		external_source: 'csv',
		external_source_id: `row-${index}`,
		first_name: 'A',
		last_name: `L${index}`,
	}));

	it('does not create records again because the user sends fewer rows at once', async () => {
		kayse.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'status', status: 403, skip: 1 });
		const failed = await kayse.run({ ...upsert, options: { rowsPerRequest: 2 } }, { items: rows });
		expect(failed.error).toBeDefined();
		const { error } = await kayse.retry({ ...upsert, options: { rowsPerRequest: 1 } }, failed, { items: rows });
		expect(error).toBeUndefined();
		const created = kayse
			.requests('/clients/bulk')
			.flatMap(({ body }) => (body as { clients: Array<{ external_source_id: string }> }).clients);
		// Rows 2 and 3 were refused the first time.
		expect(created.map(({ external_source_id }) => external_source_id).sort()).toEqual([
			'row-0',
			'row-1',
			'row-2',
			'row-2',
			'row-3',
			'row-3',
		]);
	});

	it('does not add people again because the user waits longer for the import', async () => {
		kakiyo.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 403, skip: 1 });
		const failed = await kakiyo.run(addProspects, { items: people(150) });
		expect(failed.error).toBeDefined();
		await kakiyo.retry({ ...addProspects, waitForImport: true }, failed, { items: people(150) });
		expect(kakiyo.mostRepeated()).toBe(1);
		expect(kakiyo.acceptedRows()).toBe(150);
	});

	it('does not start a run again because the user gives it more time', async () => {
		kairo.control.configureKairo({ runSeconds: 600 });
		const parameters = {
			resource: 'agent',
			operation: 'run',
			agentId: byId(kairo.state.agents[0]?.id ?? ''),
			agentInputType: 'text',
			input: '={{ $json.text }}',
			waitForRun: true,
			timeLimit: 5,
		};
		const items = [{ text: 'Case 0' }, { text: 'Case 1' }];
		kairo.control.fail({ method: 'POST', path: '/agents/*/run', kind: 'status', status: 404, skip: 1 });
		kairo.control.fail({ method: 'POST', path: '/agents/*/runs', kind: 'status', status: 404, skip: 1 });
		const failed = await kairo.run(parameters, { items });
		expect(failed.error).toBeDefined();
		expect(kairo.startedRuns().map(({ input }) => input)).toEqual(['Case 0']);
		await kairo.retry({ ...parameters, timeLimit: 20 }, failed, { items });
		expect(kairo.startedRuns().map(({ input }) => input)).toEqual(['Case 0', 'Case 1']);
	});

	it('adds no person a second time with the corrected credential', async () => {
		kakiyo.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 403, skip: 1 });
		const failed = await kakiyo.run(addProspects, { items: people(150) });
		expect(failed.error).toBeDefined();
		const before = kakiyo.requests('/prospects/batch').length;
		kakiyo.nextAccount();
		await kakiyo.retry(addProspects, failed, { items: people(150) });
		const sent = kakiyo
			.requests()
			.slice(before)
			.flatMap(({ body }) => (body as { prospects: unknown[] }).prospects);
		expect(sent).toHaveLength(50);
		expect(kakiyo.mostRepeated()).toBe(1);
	});

	it('creates no second bulk outreach: the new execution has another ID', async () => {
		const parameters = {
			resource: 'communicationRun',
			operation: 'create',
			run: JSON.stringify({ business_id: kaiCalls.state.workspaces[0]?.id ?? '', external_ref: 'Recall' }),
			options: { maxRetries: 0 },
		};
		kaiCalls.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
		const failed = await kaiCalls.run(parameters);
		expect(failed.error).toBeDefined();
		await kaiCalls.retry(parameters, failed);
		expect(kaiCalls.state.runs.slice(1)).toHaveLength(1);
	});

	it('does not confuse a change of a client with a change of a case', async () => {
		const fields = mapped({ external_source_id: 'x-1' });
		const items = [{ id: 401 }, { id: 402 }];
		kayse.control.fail({ method: 'PUT', path: '/clients/402', kind: 'status', status: 403 });
		const failed = await kayse.run(
			{ resource: 'client', operation: 'update', clientId: '={{ $json.id }}', fields },
			{ items },
		);
		expect(failed.error).toBeDefined();
		await kayse.retry({ resource: 'case', operation: 'update', caseId: '={{ $json.id }}', fields }, failed, { items });
		// There is no such case, which the user should hear.
		expect(kayse.requests('/cases/401')).not.toHaveLength(0);
	});
});

describe('an agent’s tool', () => {
	it('does not start bulk outreach again after an answer that left it in doubt', async () => {
		const run = JSON.stringify({ business_id: kaiCalls.state.workspaces[0]?.id ?? '', external_ref: 'Recall' });
		kaiCalls.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
		const tool = kaiCalls.tool({ resource: 'communicationRun', operation: 'create', run, options: { maxRetries: 0 } });
		await tool({}).catch(() => undefined);
		await tool({}).catch(() => undefined);
		expect(kaiCalls.state.runs.slice(1)).toHaveLength(1);
	});
});

describe('an agent’s tool whose fields tell the time', () => {
	it('does not call again when it is unknown whether it has called', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler', times: 5 });
		const tool = kaiCalls.tool({
			resource: 'call',
			operation: 'create',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '+12025550111',
			context: '={{ $now.toISO() }}',
		});
		await tool({}).catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 20));
		await tool({}).catch(() => undefined);
		expect(kaiCalls.control.callsPlaced()).toEqual({ '+12025550111': 1 });
	});
});

describe('a refusal by a limit after a first try in doubt', () => {
	const limit = { kind: 'status', status: 429, headers: { 'retry-after': '3600' }, body: {} } as const;

	it('does not prove that bulk outreach was not started', async () => {
		const run = JSON.stringify({ business_id: kaiCalls.state.workspaces[0]?.id ?? '', external_ref: 'Recall' });
		kaiCalls.control.fail({ method: 'POST', path: '/communication-runs', kind: 'resetAfterHandler' });
		kaiCalls.control.fail({ method: 'POST', path: '/communication-runs', ...limit });
		const { error } = await kaiCalls.run({ resource: 'communicationRun', operation: 'create', run });
		expect(kaiCalls.state.runs.slice(1)).toHaveLength(1);
		expect(error?.description).not.toContain('This item was not done');
	});

	it('does not prove that a case still exists', async () => {
		kayse.control.fail({ method: 'DELETE', path: '/cases/9001', kind: 'resetAfterHandler' });
		kayse.control.fail({ method: 'DELETE', path: '/cases/9001', ...limit });
		const { error } = await kayse.run({ resource: 'case', operation: 'delete', caseIdToDelete: 9001 });
		expect(kayse.state.cases.some(({ id }) => id === 9001)).toBe(false);
		expect(error?.description).not.toContain('This item was not done');
	});
});

describe('Request Options by expression', () => {
	const statistics = { resource: 'campaign', operation: 'getStatistics', campaignId: byId('campaign_001') };

	it('are read: a proxy', async () => {
		const requestOptions = { proxy: '={{ "" }}' };
		const { error } = await kakiyo.run({ ...statistics, requestOptions });
		expect(error?.message).toBeUndefined();
	});

	it('are read: a timeout', async () => {
		kakiyo.control.fail({ method: 'GET', path: '/campaigns/*/statistics', kind: 'slow', delaySeconds: 1 });
		kakiyo.control.fail({ method: 'GET', path: '/campaigns/*/stats', kind: 'slow', delaySeconds: 1 });
		const requestOptions = { timeout: '={{ 100 }}' };
		const { error } = await kakiyo.run({ ...statistics, requestOptions, options: { maxRetries: 0 } });
		expect(error?.message).toContain('could not be reached');
	});

	it('are read: Batching', async () => {
		const times: number[] = [];
		const requestOptions = { batching: { batch: { batchSize: '={{ 1 }}', batchInterval: '={{ 30000 }}' } } };
		const started = Date.now();
		await kakiyo.run({ ...statistics, requestOptions }, { items: [{}, {}, {}] });
		times.push(Date.now() - started);
		expect(times[0]).toBeGreaterThanOrEqual(600);
	});
});

describe('the hint', () => {
	const settings = { onError: 'continueRegularOutput' } as const;

	it('counts no item that was never sent', async () => {
		const bad = { name: 'Nobody', url: 'https://example.com/nobody' };
		const result = await kakiyo.run(addProspects, { items: [bad, bad, bad, ...people(1)], settings });
		expect(hintsOf(result).join(' ')).not.toContain('4 items in 1 request');
	});

	it('does not count an unknown outcome as done', async () => {
		kakiyo.control.fail({ method: 'POST', path: '/prospects', kind: 'resetAfterHandler' });
		const result = await kakiyo.run(addProspects, { items: people(1), settings: { ...retryOnFail, ...settings } });
		expect(result.items[0]?.json.error).toContain('unknown');
		expect(hintsOf(result).join(' ')).not.toContain('had been done');
	});
});

describe('rows that change a record', () => {
	it('are carried out in order, also one that changes it back', async () => {
		const upsert = { resource: 'client', operation: 'upsert', fields: automatic() };
		const items = ['Trenton', 'Newark', 'Trenton'].map((city) => ({ id: 401, email: 'ada@example.org', city }));
		await kayse.run(upsert, { items });
		expect(kayse.state.clients.find(({ id }) => id === 401)).toMatchObject({ city: 'Trenton' });
	});

	it('create it once, even if the rows have different sending options', async () => {
		const upsert = {
			resource: 'client',
			operation: 'upsert',
			fields: automatic(),
			options: { unseenFields: '={{ $json.city ? "empty" : "stop" }}' },
		};
		const person = { external_source: 'csv', external_source_id: 'row-1', first_name: 'A', last_name: 'B' };
		await kayse.run(upsert, {
			items: [person, { ...person, city: 'Trenton' }],
			settings: { onError: 'continueRegularOutput' },
		});
		const made = kayse.state.clients.filter(({ external_source }) => external_source === 'csv');
		expect(made).toHaveLength(1);
	});
});

describe('lead intake, one item at a time', () => {
	it('refuses one Client ID for several people, as without Batching', async () => {
		const lead = (index: number) => ({
			external_source: 'website',
			external_source_id: `lead-${index}`,
			first_name: `First${index}`,
			last_name: `Last${index}`,
			case_number: `WEB-${index}`,
			status: 'new',
			type: 'civil',
		});
		const intake = {
			resource: 'lead',
			operation: 'intake',
			clientFields: automatic(),
			caseFields: automatic(),
			additionalFields: { clientId: '402' },
		};
		const requestOptions = { batching: { batch: { batchSize: 1, batchInterval: 5 } } };
		const { items } = await kayse.run(
			{ ...intake, requestOptions },
			{ items: [lead(0), lead(1)], settings: { onError: 'continueRegularOutput' } },
		);
		expect(items.map(({ json }) => String(json.error))).toEqual([
			expect.stringContaining('client ID 402'),
			expect.stringContaining('client ID 402'),
		]);
		expect(kayse.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
	});
});

describe('the hint of a wait', () => {
	it('names no limit when the vendor’s answer closed the line', async () => {
		const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '20' };
		kakiyo.control.fail({
			method: 'GET',
			path: '/campaigns/*/stats',
			kind: 'status',
			status: 200,
			body: { prospects: 1 },
			headers,
		});
		const parameters = { resource: 'campaign', operation: 'getStatistics', campaignId: byId('campaign_001') };
		const result = await kakiyo.run(parameters, { items: Array.from({ length: 8 }, () => ({})) });
		expect(hintsOf(result).join(' ')).toMatch(/Waited \d+ s/);
		expect(hintsOf(result).join(' ')).not.toContain('30 requests a minute');
	});
});

describe('Create and Wait', () => {
	it('does not say of a call placed a moment ago that its time limit has passed', async () => {
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 201, body: { status: 'queued' } });
		const agentId = byId(kaiCalls.state.agents[0]?.id ?? '');
		const { items } = await kaiCalls.run({
			resource: 'call',
			operation: 'createAndWait',
			agentId,
			to: '+12025550111',
			timeLimit: 1_000_000,
		});
		expect(items[0]?.json.outcome).not.toBe('timeLimit');
	});
});

describe('Create and Wait, in the next try of Retry On Fail', () => {
	it('does not wait for a call that has ended', async () => {
		kaiCalls.control.configureKaiCalls({ endsAfterSeconds: 0 });
		const parameters = {
			resource: 'call',
			operation: 'createAndWait',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '={{ $json.phone }}',
			timeLimit: 1_000_000,
		};
		const items = ['+12025550198', '+12025550111', '+12025550112'].map((phone) => ({ phone }));
		// The list and both calls are looked up once; then the API is not there for a while.
		kaiCalls.control.fail({ method: 'GET', path: '/calls', kind: 'status', status: 503, skip: 3, times: 100 });
		const { run, items: output } = await kaiCalls.run(parameters, {
			items,
			settings: { ...retryOnFail, onError: 'continueRegularOutput' },
		});
		expect(kaiCalls.control.callsPlaced()).toMatchObject({ '+12025550111': 1, '+12025550112': 1 });
		expect(output.map(({ json }) => json.outcome)).toEqual([undefined, 'talked', 'talked']);
		expect(run.status).not.toBe('waiting');
	});
});
