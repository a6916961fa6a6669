import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { N8nClient } from '../../demo/client';
import { freePort } from '../../demo/ports';
import { startOwnN8n, type OwnN8n } from './ownN8n';

/** A stopping n8n waits so long for its executions, in seconds. */
export const SHORT_SHUTDOWN = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '2' };

/** n8n in one process, on a database of its own. */
export class SingleN8n {
	private constructor(
		private readonly userFolder: string,
		private readonly port: number,
		private process: OwnN8n,
		public client: N8nClient,
	) {}

	static async start(userFolder: string): Promise<SingleN8n> {
		await rm(userFolder, { recursive: true, force: true });
		const port = await freePort();
		const n8n = await startOwnN8n(userFolder, port, SHORT_SHUTDOWN);
		return new SingleN8n(userFolder, port, n8n, await N8nClient.login(n8n.url));
	}

	get url(): string {
		return this.process.url;
	}

	async stop(): Promise<void> {
		await this.process.stop();
		// jest would complain of packages with the same name in the folders of two n8ns.
		await rm(join(this.userFolder, '.n8n', 'nodes'), { recursive: true, force: true });
	}

	/** SIGKILL, and a new start. */
	async kill(): Promise<void> {
		await this.process.kill();
		await this.startAgain();
	}

	/** Stops it as an update of n8n does, and starts it again. */
	async restart(): Promise<void> {
		await this.process.stop();
		await this.startAgain();
	}

	private async startAgain(): Promise<void> {
		this.process = await startOwnN8n(this.userFolder, this.port, SHORT_SHUTDOWN);
		this.client = await N8nClient.login(this.url);
	}
}
