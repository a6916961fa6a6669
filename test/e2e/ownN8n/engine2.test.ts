import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { N8nClient, type FinishedExecution } from '../../../demo/client';
import { saveSandboxCredentials, type SandboxCredentials } from '../../../demo/credentials';
import { freePort, LOOPBACK } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { expectSuccess, outputOf } from '../execution';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { startQueueServices, type QueueServices } from '../queueServices';
import { rest } from '../rest';
import { step } from '../workflowStep';

const USER_FOLDER = join(CACHE, 'e2e-engine-2');

const NODES = { trigger: 'By Hand', rows: 'Rows', split: 'Split', loop: 'Loop', add: 'Add' } as const;

/** Executions of Engine 2.0 have such an ID, all others a number. */
const Started = z.object({ executionId: z.string().uuid() });

/** A setting of the workflow that n8n's types do not know yet. */
const ENGINE_2 = { executionOrder: 'v1', engineType: 'v2' } as const;

/** Engine 2.0 ignores customOperations: it enters the node by the routing. */
describe('a workflow that Engine 2.0 runs', () => {
	let services: QueueServices;
	let sandbox: Sandbox;
	let n8n: OwnN8n;
	let client: N8nClient;
	let credentials: SandboxCredentials;

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		services = await startQueueServices();
		const { DB_POSTGRESDB_USER: user, DB_POSTGRESDB_PORT: port, DB_POSTGRESDB_DATABASE: database } = services.env;
		n8n = await startOwnN8n(USER_FOLDER, await freePort(), {
			N8N_ENABLED_MODULES: 'engine-v2',
			N8N_ENGINE_DATABASE_URL: `postgres://${user}@${LOOPBACK}:${port}/${database}`,
			N8N_ENGINE_HOST: LOOPBACK,
			N8N_ENGINE_PORT: String(await freePort()),
			N8N_ENGINE_CONTROL_PLANE_PORT: String(await freePort()),
		});
		client = await N8nClient.login(n8n.url);
		credentials = await saveSandboxCredentials(client, sandbox);
	});

	afterAll(async () => {
		await n8n?.stop();
		await services?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	beforeEach(() => sandbox.control.reset());

	const to = (name: string, output = 0) => ({
		main: [...Array.from({ length: output }, () => []), [{ node: name, type: 'main' as const, index: 0 }]],
	});

	function credentialOf(type: string): INode['credentials'] {
		const credential = credentials[type];
		if (!credential) throw new Error(`There is no credential ${type}`);
		return { [type]: credential };
	}

	/** Runs a workflow that hands rows to a node, all at once or by so many in each turn of a loop. */
	async function run(rows: object[], last: INode, inEachTurn?: number): Promise<FinishedExecution> {
		const id = await client.saveWorkflow({
			name: `Engine 2.0 ${crypto.randomUUID()}`,
			nodes: [
				step(NODES.trigger, 'n8n-nodes-base.manualTrigger', 1, {}),
				step(NODES.rows, 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput: JSON.stringify({ rows }), options: {} }),
				step(NODES.split, 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'rows', options: {} }),
				...(inEachTurn === undefined
					? []
					: [step(NODES.loop, 'n8n-nodes-base.splitInBatches', 3, { batchSize: inEachTurn, options: {} })]),
				last,
			],
			connections: {
				[NODES.trigger]: to(NODES.rows),
				[NODES.rows]: to(NODES.split),
				...(inEachTurn === undefined
					? { [NODES.split]: to(last.name) }
					: { [NODES.split]: to(NODES.loop), [NODES.loop]: to(last.name, 1), [last.name]: to(NODES.loop) }),
			},
			settings: ENGINE_2,
		});
		const start = { triggerToStartFrom: { name: NODES.trigger } };
		const { executionId } = Started.parse(await rest(client, 'POST', `/workflows/${id}/run`, start));
		return await client.finished(executionId);
	}

	function adding(settings: Partial<INode> = {}): INode {
		const campaign = sandbox.control.kakiyoState().campaigns.find(({ status }) => status === 'active');
		const campaignId = { __rl: true, mode: 'id', value: campaign?.id ?? '' };
		const add = { resource: 'prospect', operation: 'add', campaignId };
		return step(NODES.add, 'n8n-nodes-outreach-agents.kakiyo', 1, add, {
			credentials: credentialOf('kakiyoOutreachApi'),
			...settings,
		});
	}

	const people = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			name: `P ${index}`,
			url: `https://www.linkedin.com/in/engine-2-${index}`,
		}));

	const invalidRow = { name: 'Nobody', url: 'https://example.com/nobody' };

	const errorOf = ({ data }: FinishedExecution, name: string) => data.resultData.runData[name]?.at(-1)?.error?.message;

	const paths = () => sandbox.control.log().map(({ path }) => path);

	const timesAdded = () => Object.values(sandbox.control.prospectsAdded()).flatMap((rows) => Object.values(rows));

	test('adds 250 rows in 3 requests, each with its own result', async () => {
		const execution = await run(people(250), adding());
		expectSuccess(execution);
		expect(paths()).toEqual(['/prospects/batch', '/prospects/batch', '/prospects/batch']);
		expect(timesAdded()).toEqual(people(250).map(() => 1));
		expect(outputOf(execution, NODES.add).map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
			people(250).map(({ name }, item) => [name, { item }]),
		);
	});

	test('sends nothing when one row is not valid', async () => {
		const execution = await run([...people(20), invalidRow, ...people(5)], adding());
		expect(errorOf(execution, NODES.add)).toContain(
			'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "https://example.com/nobody")',
		);
		expect(paths()).toEqual([]);
	});

	test('sends equal contacts once, and the good rows when On Error is Continue', async () => {
		const execution = await run([invalidRow, ...people(3), ...people(1)], adding({ onError: 'continueRegularOutput' }));
		expectSuccess(execution);
		expect(timesAdded()).toEqual([1, 1, 1]);
		expect(outputOf(execution, NODES.add).map(({ json }) => json)).toMatchObject([
			{
				error: expect.stringContaining(
					'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "https://example.com/nobody")',
				),
			},
			{ name: 'P 0' },
			{ name: 'P 1' },
			{ name: 'P 2' },
			{ duplicateOfItem: 1 },
		]);
	});

	test('does the work of each turn of a loop', async () => {
		expectSuccess(await run(people(9), adding(), 3));
		expect(paths()).toEqual(['/prospects/batch', '/prospects/batch', '/prospects/batch']);
		expect(timesAdded()).toEqual(people(9).map(() => 1));
	});

	test('places no call for which it could not wait', async () => {
		const agentId = { __rl: true, mode: 'id', value: sandbox.control.kaiCallsState().agents[0]?.id ?? '' };
		const waiting = { resource: 'call', operation: 'createAndWait', agentId, to: '={{ $json.phone }}', timeLimit: 30 };
		const call = step('Call', 'n8n-nodes-outreach-agents.kaiCalls', 1, waiting, {
			credentials: credentialOf('kaiCallsOutreachApi'),
		});
		const execution = await run([{ phone: '+12025550111' }], call);
		expect(errorOf(execution, call.name)).toContain('no one was called');
		expect(paths()).toEqual([]);
	});
});
