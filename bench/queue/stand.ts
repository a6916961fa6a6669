import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { FinishedExecution } from '../../demo/client';
import { saveSandboxCredentials, type SandboxCredentials } from '../../demo/credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { CACHE } from '../../scripts/repository';
import { pressRetry, startRetry } from '../../test/e2e/callList';
import { WaitingExecution } from '../../test/e2e/createAndWaitHarness';
import { QueueN8n } from '../../test/e2e/queueN8n';
import { rest } from '../../test/e2e/rest';
import { eventually } from '../../test/support/eventually';

/** n8n's own: so long a worker that does not answer counts as alive. */
export const LOCK_SECONDS = 60;

export const WORKERS = 3;

/** Until an execution ends, on a loaded machine. */
export const PATIENCE_MS = 180_000;

const POLL_MS = 500;
const LIFTED = 1_000_000;

const Stored = z.object({ status: z.string(), workflowId: z.string() });

/** n8n in queue mode, as users run it, with a sandbox. */
export class Stand {
	private constructor(
		readonly n8n: QueueN8n,
		readonly sandbox: Sandbox,
		readonly credentials: SandboxCredentials,
		/** KaiCalls by the documented limit; that of `credentials` has none. */
		readonly limited: SandboxCredentials,
	) {}

	static async start(): Promise<Stand> {
		const sandbox = await startSandbox();
		const n8n = await QueueN8n.start(
			join(CACHE, 'bench-queue'),
			{
				QUEUE_WORKER_LOCK_DURATION: String(LOCK_SECONDS * 1_000),
				// By default n8n looks every 30 s.
				QUEUE_WORKER_STALLED_INTERVAL: '5000',
			},
			{ workers: WORKERS, webhook: true },
		);
		const { origin, kaicalls, kairo, kakiyo, kayse } = sandbox;
		// How the end-to-end tests' own harnesses find n8n and sandbox.
		process.env.E2E_WORLD = JSON.stringify({
			n8nUrl: n8n.webhookUrl,
			userFolder: '',
			sandbox: { origin, kaicalls, kairo, kakiyo, kayse },
			credentials: {},
		});
		const limited = await saveSandboxCredentials(n8n.client, sandbox);
		const name = 'KaiCalls without limit';
		const data = { ...sandbox.kaicalls, requestsPerMinute: LIFTED };
		const id = await n8n.client.saveCredential({ type: 'kaiCallsOutreachApi', name, data });
		return new Stand(n8n, sandbox, { ...limited, kaiCallsOutreachApi: { id, name } }, limited);
	}

	/** The vendors as new; calls last until the scenario ends them. */
	reset(): void {
		this.sandbox.control.reset();
		this.sandbox.control.configureKaiCalls({ rateLimits: false, unstartable: [], endsAfterSeconds: 36_000 });
		this.sandbox.control.configureKayse({ requestsPerWindow: LIFTED });
	}

	/** Phones ring at once, and the answer takes its time. */
	answerSlowly(delaySeconds: number): void {
		const calls = { vendor: 'kaicalls', method: 'POST', path: '/calls' } as const;
		this.sandbox.control.fail({ ...calls, kind: 'slow', delaySeconds, afterHandler: true, times: 100_000 });
	}

	get agentId(): string {
		return this.sandbox.control.kaiCallsState().agents[0]?.id ?? '';
	}

	/** How many of the phones have rung. */
	rung(phones: readonly string[]): number {
		const placed = this.sandbox.control.callsPlaced();
		return phones.filter((phone) => placed[phone] !== undefined).length;
	}

	async rungAtLeast(count: number, phones: readonly string[]): Promise<void> {
		await eventually(`${count} calls`, () => this.rung(phones) >= count, PATIENCE_MS);
	}

	/** Waits until n8n calls the execution ended. @returns its status */
	async ended(executionId: string): Promise<string> {
		return await eventually(
			`the end of execution ${executionId}`,
			async () => {
				// n8n refuses to answer while its database is away.
				const stored = await rest(this.n8n.client, 'GET', `/executions/${executionId}`).catch(() => undefined);
				const { status } = Stored.partial().parse(stored ?? {});
				return status !== undefined && !['new', 'running', 'waiting'].includes(status) && status;
			},
			PATIENCE_MS,
		);
	}

	async workflowOf(executionId: string): Promise<string> {
		return Stored.parse(await rest(this.n8n.client, 'GET', `/executions/${executionId}`)).workflowId;
	}

	/** Waits until main and webhook process answer again. @returns for how many seconds they did not */
	async answersAgain(): Promise<number> {
		const began = Date.now();
		const areReady = async () => {
			const urls = [this.n8n.url, this.n8n.webhookUrl];
			const answers = await Promise.all(urls.map(async (url) => await fetch(`${url}/healthz/readiness`)));
			return answers.every(({ ok }) => ok);
		};
		await eventually('an answer of n8n', async () => await areReady().catch(() => false), PATIENCE_MS);
		return Math.round((Date.now() - began) / 1_000);
	}

	/** SIGKILL of the worker that has an execution, and a new worker in its place. @returns the status that n8n gives it */
	async killWorkerOf(executionId: string): Promise<string> {
		await this.n8n.killWorker(await this.n8n.workerOf(executionId));
		await this.n8n.addWorker();
		return await this.ended(executionId);
	}

	/** Blocks the worker that has an execution beyond its lock, then lets it go on. @returns the statuses that n8n gives it */
	async blockWorkerOf(executionId: string): Promise<{ meanwhile: string; atLast: string }> {
		const worker = await this.n8n.workerOf(executionId);
		worker.freeze();
		let meanwhile: string;
		try {
			meanwhile = await this.ended(executionId);
		} finally {
			worker.thaw();
		}
		return { meanwhile, atLast: await this.lastStatus(executionId) };
	}

	/** Presses Retry. @returns the new execution, ended */
	async retry(executionId: string): Promise<FinishedExecution> {
		return await pressRetry(this.n8n.client, executionId);
	}

	/** Presses Retry. @returns the new execution, which may come to wait */
	async retryThatWaits(executionId: string): Promise<WaitingExecution> {
		return new WaitingExecution(this.n8n.client, await startRetry(this.n8n.client, executionId));
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
	}

	/** A worker that goes on writes its own status over the one that it was given. */
	private async lastStatus(executionId: string): Promise<string> {
		let status = '';
		for (const until = Date.now() + LOCK_SECONDS * 1_000; Date.now() < until && status !== 'success';) {
			await delay(POLL_MS);
			status = await this.ended(executionId);
		}
		return status;
	}
}
