import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { N8nClient } from '../../../demo/client';
import type { SandboxCredentials } from '../../../demo/credentials';
import { freePort } from '../../../demo/ports';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { within, zoneAt } from '../../engine/life/clock';
import { Executions, oncePerDay, phoneNumbers, pressRetry, publishCallList, rowsOf } from '../callList';
import { AGENT, callingAgent, comingBack } from '../contactRulesWorkflows';
import { publish } from '../createAndWaitHarness';
import { expectSuccess, outputOf } from '../execution';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { rest } from '../rest';
import { ScriptedModel, type Turn } from '../scriptedModel';
import { eventually } from '../../support/eventually';

const USER_FOLDER = join(CACHE, 'e2e-contact-rules');

const HOUR_MS = 60 * 60_000;

const Waiting = z.object({ status: z.string(), waitTill: z.string().nullable() });

describe('contact rules in a real n8n', () => {
	let sandbox: Sandbox;
	let port: number;
	let n8n: OwnN8n;
	let client: N8nClient;
	let credentials: SandboxCredentials;

	const start = async (env: NodeJS.ProcessEnv = {}) => {
		n8n = await startOwnN8n(USER_FOLDER, port, env);
		client = await N8nClient.login(n8n.url);
	};

	const startAhead = async (hours: number) =>
		await start({
			NODE_OPTIONS: `--require=${join(__dirname, '../clockAhead.cjs')}`,
			CLOCK_AHEAD_MS: String(hours * HOUR_MS),
		});

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		sandbox = await startSandbox();
		port = await freePort();
		await start();
		const name = 'KaiCalls, on a plan without limits';
		const data = { ...sandbox.kaicalls, requestsPerMinute: 1_000_000 };
		credentials = {
			kaiCallsOutreachApi: { id: await client.saveCredential({ type: 'kaiCallsOutreachApi', name, data }), name },
		};
	});

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.configureKaiCalls({ rateLimits: false });
	});

	const calling = (options: INodeParameters) => ({
		credentials,
		agentId: sandbox.control.kaiCallsState().agents[0]?.id ?? '',
		options,
	});

	const placed = () => Object.values(sandbox.control.callsPlaced()).reduce((sum, times) => sum + times, 0);

	test('Contact Limit, and n8n killed in the middle of a list: its Retry and new executions call no person twice', async () => {
		const phones = phoneNumbers(15);
		sandbox.control.fail({
			vendor: 'kaicalls',
			method: 'POST',
			path: '/calls',
			kind: 'slow',
			delaySeconds: 0.4,
			afterHandler: true,
			times: 100_000,
		});
		const list = await publishCallList(client, n8n.url, { ...calling(oncePerDay), onError: 'continueRegularOutput' });
		const [killed = ''] = await list.start(phones);
		await eventually('some calls', async () => placed() >= 6, 60_000);
		await n8n.kill();
		await start();
		expect((await client.finished(killed)).status).toBe('crashed');

		const retried = rowsOf(await pressRetry(client, killed));
		expect(retried.filter(({ outcome }) => outcome === 'heldBack')).toEqual([]);
		const inDoubt = retried.filter(({ details }) => Object(details).outcome === 'startedBefore').length;
		const rung = () => sandbox.control.callsPlaced();
		// On a slow machine n8n writes an intent before it sends: that item is in doubt, too, but its phone has not
		// rung, so it does not count.
		expect(phones.filter((phone) => rung()[phone] === undefined).length).toBeLessThanOrEqual(inDoubt);
		for (let execution = 0; execution < 2; execution++) {
			const before = rung();
			const [executionId = ''] = await list.start(phones);
			const rows = rowsOf(await client.finished(executionId));
			const heldBack = phones.filter((phone) => before[phone] !== undefined);
			expect(rows.filter(({ outcome }) => outcome === 'heldBack')).toEqual(
				heldBack.map((phone) => expect.objectContaining({ phone, reason: 'contactLimit' })),
			);
			expect(rung()).toEqual(Object.fromEntries(phones.map((phone) => [phone, 1])));
		}
	});

	test('Contact Limit, and an AI agent that calls a person 200 times, with other words each time, and again in another execution: one call, and the model reads why', async () => {
		const phone = '+12025550111';
		const model = await ScriptedModel.start();
		try {
			const name = 'Scripted model';
			const openAiApi = {
				name,
				id: await client.saveCredential({ type: 'openAiApi', name, data: { apiKey: 'unused', url: model.baseUrl } }),
			};
			const workflowId = await client.saveWorkflow(callingAgent(openAiApi, calling(oncePerDay)));
			const converse = async (greeting: string, times: number): Promise<readonly string[]> => {
				const turns = Array.from({ length: times }, (_, turn): Turn => [
					{ tool: AGENT.tool, arguments: { phone_number: phone, first_message: `${greeting} ${turn}` } },
				]);
				model.play(...turns, 'Done.');
				const execution = await client.execute(workflowId, AGENT.trigger);
				expectSuccess(execution);
				expect(outputOf(execution, AGENT.agent)[0]?.json.output).toBe('Done.');
				return model.toolAnswers;
			};
			const answers = [...(await converse('Hello', 200)), ...(await converse('Good evening', 1))];
			const heldBackText: unknown = expect.stringMatching(
				/heldBack.*contactLimit.*possibleAt.*Not called: \+12025550111 has been reached once in the last day/,
			);
			expect(answers).toEqual([expect.stringContaining(phone), ...Array.from({ length: 200 }, () => heldBackText)]);
			expect(sandbox.control.callsPlaced()).toEqual({ [phone]: 1 });
		} finally {
			await model.stop();
		}
	});

	test('a person who is held back, at 3 am or by the limit, waits in a Wait node and is called as soon as possible, also after a restart of n8n', async () => {
		const path = crypto.randomUUID();
		const workflowId = await client.saveWorkflow(
			comingBack(path, calling({ ...oncePerDay, ...within('={{ $json.body.zone }}') })),
		);
		await publish(client, workflowId);
		const executions = async () =>
			Executions.parse(await rest(client, 'GET', '/executions')).results.filter(
				(each) => each.workflowId === workflowId,
			);
		/** @returns the execution's ID */
		const handIn = async (phone: string, zone: string): Promise<string> => {
			const before = (await executions()).length;
			const body = JSON.stringify({ phone, zone });
			// n8n listens a moment after it has answered; until then nothing starts.
			await eventually(
				'the start',
				async () =>
					(
						await fetch(`${n8n.url}/webhook/${path}`, {
							method: 'POST',
							headers: { 'content-type': 'application/json' },
							body,
						})
					).ok,
			);
			return await eventually('the execution', async () => {
				const [newest, ...others] = await executions();
				return others.length === before && newest?.id;
			});
		};
		const waitsTill = async (executionId: string): Promise<number> =>
			await eventually('waiting', async () => {
				const { status, waitTill } = Waiting.parse(await rest(client, 'GET', `/executions/${executionId}`));
				return status === 'waiting' && Date.parse(waitTill ?? '');
			});

		const now = Date.now();
		const [asleep = '', reached = ''] = phoneNumbers(2);
		const [night, noon] = [zoneAt(3, now), zoneAt(12, now)];
		expectSuccess(await client.finished(await handIn(reached, noon)));
		const again = await handIn(reached, noon);
		const tooEarly = await handIn(asleep, night);

		expect(await waitsTill(tooEarly)).toBe(
			DateTime.fromMillis(now, { zone: night }).set({ hour: 8, minute: 0, second: 0, millisecond: 0 }).toMillis(),
		);
		const nextDay = await waitsTill(again);
		// The hour of the first call counts as a whole.
		expect(nextDay % HOUR_MS).toBe(0);
		expect(nextDay).toBeGreaterThan(now + 24 * HOUR_MS);
		expect(sandbox.control.callsPlaced()).toEqual({ [reached]: 1 });

		await n8n.stop();
		await startAhead(30);
		// n8n may count an execution that falls due while it starts as crashed, though it goes on (n8n: message-event-bus.js, performStartupRecovery).
		const phones = [asleep, reached];
		await eventually(
			'the calls',
			async () => phones.every((phone) => (sandbox.control.callsPlaced()[phone] ?? 0) > (phone === reached ? 1 : 0)),
			120_000,
		);
		expect(sandbox.control.callsPlaced()).toEqual({ [reached]: 2, [asleep]: 1 });
	});
});
