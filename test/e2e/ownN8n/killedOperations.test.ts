import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { N8nClient } from '../../../demo/client';
import { freePort } from '../../../demo/ports';
import { Clock } from '../../../sandbox/time/clock';
import { CACHE } from '../../../scripts/repository';
import { Census } from '../../engine/census/census';
import { VENDORS, writingOperations } from '../../engine/census/operations';
import { Stand } from '../../engine/census/stand';
import { StillStand } from '../../engine/census/stillStand';
import type { Effects } from '../../engine/census/verdict';
import type { Writing } from '../../engine/census/writing';
import { pressRetry } from '../callList';
import { outputOf } from '../execution';
import { ITEMS, KilledOperation, MOMENTS } from '../killedOperation';
import { LossyServer } from '../lossyServer';
import { NODE, publishOperation } from '../operationWorkflow';
import { startOwnN8n, type OwnN8n } from '../ownN8n';
import { rest } from '../rest';
import { eventually } from '../../support/eventually';

const USER_FOLDER = join(CACHE, 'e2e-killed-operations');

/** Calls end and imports are over within a second. */
const VENDOR_SECONDS_PER_SECOND = 100;

const CALL_SECONDS = 1_500;

const REACHED_WITHIN_MS = 120_000;

/** Of the preparation, and of each moment, on a loaded machine. */
const DEADLINE_MS = 600_000;

/** More at once would not be faster: n8n has one thread. */
const AT_ONCE = 8;

const Executions = z.object({ results: z.array(z.object({ id: z.string() })) });

/** A published workflow with one writing operation, and its vendor. */
interface Published {
	writing: Writing;
	stand: Stand;
	wanted: readonly Effects[];
	/** Of its webhook, and of its vendor on the server. */
	path: string;
	workflowId: string;
}

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
	const results: R[] = [];
	for (let start = 0; start < all.length; start += AT_ONCE)
		results.push(...(await Promise.all(all.slice(start, start + AT_ONCE).map(work))));
	return results;
}

describe('a real n8n, killed by SIGKILL while each writing operation of all nodes is on its way, then Retry of each', () => {
	let server: LossyServer;
	let port: number;
	let n8n: OwnN8n;
	let client: N8nClient;
	let published: Published[];

	const start = async () => {
		n8n = await startOwnN8n(USER_FOLDER, port);
		client = await N8nClient.login(n8n.url);
	};

	const publishOne = async (writing: Writing, number: number): Promise<Published> => {
		const stand = new Stand(writing.vendor, new Clock(VENDOR_SECONDS_PER_SECOND));
		// n8n with all operations at once takes its time until a wait is stored; the report of a call that ends before is lost.
		stand.sandbox.kaiCalls.configure({ endsAfterSeconds: CALL_SECONDS });
		const { wanted } = await Census.of(new StillStand(writing.vendor), writing, { items: ITEMS });
		const path = `operation-${number}`;
		const workflowId = await publishOperation(client, writing, stand.sandbox, path, server.addressOf(path));
		return { writing, stand, wanted, path, workflowId };
	};

	beforeAll(async () => {
		await rm(USER_FOLDER, { recursive: true, force: true });
		server = await LossyServer.start();
		port = await freePort();
		await start();
		published = [];
		for (const writing of VENDORS.flatMap(writingOperations))
			published.push(await publishOne(writing, published.length));
	}, DEADLINE_MS);

	afterAll(async () => {
		await n8n?.stop();
		await server?.close();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(USER_FOLDER, '.n8n', 'nodes'), { recursive: true, force: true });
	});

	const startWorkflow = async (path: string, { items, writing }: KilledOperation) => {
		// n8n listens a moment after it has answered; until then nothing starts.
		await eventually(`the start of ${writing.name}`, async () => {
			const response = await fetch(`${n8n.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ items }),
			});
			return response.ok;
		});
	};

	const lastExecutionOf = async (workflowId: string): Promise<string> => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const [last] = Executions.parse(await rest(client, 'GET', `/executions?filter=${filter}&limit=1`)).results;
		if (!last) throw new Error('The workflow was never executed');
		return last.id;
	};

	test.each(MOMENTS)(
		'%s: nothing is done twice, nothing is left undone, and the items say so',
		async (moment) => {
			const operations = await inTurns(published, async ({ stand, writing, wanted, path }) => {
				const operation = await KilledOperation.begin(stand, writing, wanted, moment);
				server.mount(path, operation);
				await startWorkflow(path, operation);
				return operation;
			});
			const waiting = new Set(operations);
			const reached = operations.map(async (operation) => {
				await operation.reached;
				waiting.delete(operation);
			});
			await Promise.race([Promise.all(reached), delay(REACHED_WITHIN_MS, undefined, { ref: false })]);
			expect([...waiting].map(({ writing }) => writing.name)).toEqual([]);
			await n8n.kill();
			for (const operation of operations) operation.goOn();
			await start();

			const ended = await inTurns(published, async ({ workflowId }) => {
				const executionId = await lastExecutionOf(workflowId);
				return { killed: (await client.finished(executionId)).status, retried: await pressRetry(client, executionId) };
			});
			const lies = operations.flatMap((operation, number) => {
				const { killed, retried } = ended[number] ?? {};
				if (killed !== 'crashed' || retried?.status !== 'success')
					return [`${operation.writing.name}: ${killed}, then ${retried?.status}`];
				return operation.lies(outputOf(retried, NODE));
			});
			expect(lies).toEqual([]);
		},
		DEADLINE_MS,
	);
});
