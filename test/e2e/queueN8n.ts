import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { N8nClient } from '../../demo/client';
import { freePort, LOOPBACK } from '../../demo/ports';
import { startOwnN8n, type OwnN8n } from './ownN8n';
import { startQueueServices, type QueueServices } from './queueServices';
import { SHORT_SHUTDOWN } from './singleN8n';

interface Processes {
	workers: number;
	/** Whether a process of its own takes the webhooks. */
	webhook: boolean;
}

const TWO_WORKERS: Processes = { workers: 2, webhook: false };

/** n8n in queue mode: a main process and several workers, on a Redis and a Postgres of their own. */
export class QueueN8n {
	private constructor(
		private readonly userFolder: string,
		private readonly port: number,
		private readonly env: { main: NodeJS.ProcessEnv; worker: NodeJS.ProcessEnv },
		readonly services: QueueServices,
		private main: OwnN8n,
		private readonly webhook: OwnN8n | undefined,
		private workers: OwnN8n[],
		public client: N8nClient,
	) {}

	static async start(
		userFolder: string,
		workerEnv: NodeJS.ProcessEnv = {},
		processes: Processes = TWO_WORKERS,
	): Promise<QueueN8n> {
		await rm(userFolder, { recursive: true, force: true });
		const services = await startQueueServices();
		const port = await freePort();
		const webhookPort = processes.webhook ? await freePort() : port;
		// Workers send the addresses of waiting executions, so they must know the address that takes webhooks.
		const common = { ...services.env, ...SHORT_SHUTDOWN, WEBHOOK_URL: `http://${LOOPBACK}:${webhookPort}/` };
		const main = { ...common, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: String(processes.webhook) };
		const env = { main, worker: { ...common, ...workerEnv } };
		const n8n = await startOwnN8n(userFolder, port, env.main);
		const webhook = processes.webhook ? await startOwnN8n(userFolder, webhookPort, common, 'webhook') : undefined;
		const workers = await startWorkers(userFolder, env.worker, processes.workers);
		return new QueueN8n(userFolder, port, env, services, n8n, webhook, workers, await N8nClient.login(n8n.url));
	}

	get url(): string {
		return this.main.url;
	}

	/** Where the webhooks of published workflows are. */
	get webhookUrl(): string {
		return (this.webhook ?? this.main).url;
	}

	async stop(): Promise<void> {
		await stopAll([this.main, ...(this.webhook ? [this.webhook] : []), ...this.workers]);
		await this.services.stop();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(this.userFolder, '.n8n', 'nodes'), { recursive: true, force: true });
	}

	/** Stops main process and workers as an update of n8n does, and starts them again. */
	async restart(): Promise<void> {
		const { length } = this.workers;
		await stopAll([this.main, ...this.workers]);
		await Promise.all([this.startMain(), this.startWorkers(length)]);
	}

	/** The same with all workers, while the main process goes on. */
	async restartWorkers(): Promise<void> {
		const { length } = this.workers;
		await stopAll(this.workers);
		await this.startWorkers(length);
	}

	/** SIGKILL of the main process, which is then started again; workers go on. */
	async killMain(): Promise<void> {
		await this.main.kill();
		await this.startMain();
	}

	/** SIGKILL of all workers, which are then started again. */
	async killWorkers(whileDead: () => Promise<void> = async () => {}): Promise<void> {
		const { length } = this.workers;
		await Promise.all(this.workers.map(async (worker) => await worker.kill()));
		await whileDead();
		await this.startWorkers(length);
	}

	/** SIGKILL of one worker; the others go on. */
	async killWorker(worker: OwnN8n): Promise<void> {
		this.workers = this.workers.filter((other) => other !== worker);
		await worker.kill();
	}

	/** A further worker, as when one is started again that was killed. */
	async addWorker(): Promise<void> {
		this.workers.push(...(await startWorkers(this.userFolder, this.env.worker, 1)));
	}

	/** One of the workers, at work or not. */
	anyWorker(): OwnN8n {
		const [worker] = this.workers;
		if (!worker) throw new Error('There is no worker');
		return worker;
	}

	/** The worker that has an execution. */
	async workerOf(executionId: string): Promise<OwnN8n> {
		for (const worker of this.workers) {
			if ((await readFile(worker.logFile, 'utf8')).includes(`started execution ${executionId} `)) return worker;
		}
		throw new Error(`No worker has execution ${executionId}`);
	}

	/** Takes the lock of the only job that is active, as when its worker has been blocked for too long. @returns its ID */
	loseLock(): string {
		const job = this.services.redis('LRANGE', 'bull:jobs:active', '0', '0');
		this.services.redis('DEL', `bull:jobs:${job}:lock`);
		return job;
	}

	/** What Bull does with a job that has lost its lock, in those n8ns that allow it (not 2.40.7): another worker starts it. */
	startJobAgain(): void {
		const job = this.loseLock();
		this.services.redis('LREM', 'bull:jobs:active', '1', job);
		this.services.redis('RPUSH', 'bull:jobs:wait', job);
	}

	private async startMain(): Promise<void> {
		this.main = await startOwnN8n(this.userFolder, this.port, this.env.main);
		this.client = await N8nClient.login(this.url);
	}

	private async startWorkers(count: number): Promise<void> {
		this.workers = await startWorkers(this.userFolder, this.env.worker, count);
	}
}

const startWorkers = async (userFolder: string, env: NodeJS.ProcessEnv, count: number): Promise<OwnN8n[]> =>
	await Promise.all(
		Array.from({ length: count }, async () => await startOwnN8n(userFolder, await freePort(), env, 'worker')),
	);

const stopAll = async (processes: readonly OwnN8n[]): Promise<void> =>
	void (await Promise.all(processes.map(async (n8n) => await n8n.stop())));
