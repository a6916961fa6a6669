import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Job } from './jobs';
import { journalOf, type Journal } from './journal';
import type { Order } from './order';

const ACCOUNTS: Record<Job['folder'], (sandbox: Sandbox) => { baseUrl: string; apiKey: string }> = {
	Kakiyo: ({ kakiyo }) => kakiyo,
	KaiCalls: ({ kaicalls }) => kaicalls,
	Kairo: ({ kairo }) => kairo,
	Kayse: ({ kayse }) => kayse,
};

/** A sandbox in which time passes as a job needs it. */
export class Stage {
	private constructor(
		readonly job: Job,
		private readonly sandbox: Sandbox,
		private readonly scaledSince: number,
	) {}

	static async open(job: Job): Promise<Stage> {
		const scaledSince = Date.now();
		return new Stage(job, await startSandbox({ timeScale: job.timeScale, scaledSince }), scaledSince);
	}

	get account(): { baseUrl: string; apiKey: string } {
		return ACCOUNTS[this.job.folder](this.sandbox);
	}

	/** So many rows, from that place on. */
	order(from: number, count: number): Order {
		const { folder, parameters, item, timeScale } = this.job;
		const account: ICredentialDataDecryptedObject = { ...this.account };
		return {
			folder,
			parameters: parameters(this.sandbox),
			items: Array.from({ length: count }, (_, index) => item(from + index)),
			account,
			timeScale,
			scaledSince: this.scaledSince,
		};
	}

	journal(): Journal {
		return journalOf(this.job, this.sandbox.control.log());
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}
}
