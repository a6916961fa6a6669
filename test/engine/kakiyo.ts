import { KakiyoOutreachApi } from '../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode, type NodeResult, type NodeRun } from './engine';
import { TIME_SCALE } from './scaledTime';

/** A sandbox in scaled time, and the Kakiyo node connected to it. */
export class KakiyoBench {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<KakiyoBench> {
		return new KakiyoBench(await startSandbox({ timeScale: TIME_SCALE }));
	}

	async run(
		parameters: NodeRun['parameters'],
		rest: Partial<Omit<NodeRun, 'parameters'>> & { apiKey?: string; baseUrl?: string } = {},
	): Promise<NodeResult> {
		const { apiKey = this.sandbox.kakiyo.apiKey, baseUrl = this.sandbox.kakiyo.baseUrl, ...run } = rest;
		return await runNode({
			type: new Kakiyo(),
			credential: { type: new KakiyoOutreachApi(), data: { apiKey, baseUrl } },
			parameters,
			...run,
		});
	}

	/** Requests that reached the sandbox, without the key. */
	requests(path?: string) {
		const log = this.sandbox.control.log();
		return path === undefined ? log : log.filter((entry) => entry.path === path);
	}

	reset(): void {
		this.sandbox.control.reset();
	}

	async stop(): Promise<void> {
		await this.sandbox.close();
	}
}

export const CAMPAIGN = { __rl: true, mode: 'id', value: 'campaign_001' } as const;

export const addProspects = { resource: 'prospect', operation: 'add', campaignId: CAMPAIGN };

/** Rows of people whom the sandbox does not know yet. */
export const people = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		name: `Person ${from + index}`,
		url: `https://www.linkedin.com/in/new-person-${from + index}/`,
	}));
