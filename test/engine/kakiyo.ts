import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach } from '@jest/globals';

import { KakiyoOutreachApi } from '../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { asTool, runNode, type NodeResult, type NodeRun } from './engine';
import { TIME_SCALE } from './scaledTime';

type RunOptions = Partial<Omit<NodeRun, 'parameters' | 'credential' | 'type'>> & {
	apiKey?: string;
	baseUrl?: string;
};

/** The Kakiyo node, connected to a sandbox that lives in scaled time. */
export class KakiyoBench {
	private sandbox: Sandbox | undefined;

	private account = 0;

	async start(): Promise<void> {
		this.sandbox = await startSandbox({ timeScale: TIME_SCALE });
	}

	async stop(): Promise<void> {
		await this.sandbox?.close();
	}

	private get running(): Sandbox {
		if (!this.sandbox) throw new Error('The sandbox has not started');
		return this.sandbox;
	}

	get control() {
		return this.running.control;
	}

	/** Fresh seed data, and an account whose rate limits nobody has used. */
	reset(): void {
		this.control.reset();
		this.account += 1;
	}

	get origin(): string {
		return this.running.origin;
	}

	private nodeRun(parameters: NodeRun['parameters'], rest: RunOptions): NodeRun {
		const { kakiyo } = this.running;
		const { apiKey = kakiyo.apiKey, baseUrl = kakiyo.baseUrl, ...run } = rest;
		return {
			type: new Kakiyo(),
			credential: { id: `account-${this.account}`, type: new KakiyoOutreachApi(), data: { apiKey, baseUrl } },
			parameters,
			...run,
		};
	}

	/** Runs the node in a workflow. */
	async run(parameters: NodeRun['parameters'], rest: RunOptions = {}): Promise<NodeResult> {
		return await runNode(this.nodeRun(parameters, rest));
	}

	/** The node as an AI agent's tool. */
	tool(parameters: NodeRun['parameters'], rest: RunOptions = {}) {
		return asTool(this.nodeRun(parameters, rest));
	}

	/** Requests that reached the sandbox, without the key. */
	requests(path?: string) {
		const log = this.control.log();
		return path === undefined ? log : log.filter((entry) => entry.path === path);
	}

	/** Rows that the sandbox accepted into campaigns, every repetition counted. */
	acceptedRows(): number {
		const campaigns = Object.values(this.control.prospectsAdded());
		return campaigns.flatMap((rows) => Object.values(rows)).reduce((sum, times) => sum + times, 0);
	}

	/** The most often that one person was accepted into one campaign. */
	mostRepeated(): number {
		const campaigns = Object.values(this.control.prospectsAdded());
		return Math.max(0, ...campaigns.flatMap((rows) => Object.values(rows)));
	}
}

/** A bench for the tests of one file, fresh for each test. */
export function useKakiyoBench(): KakiyoBench {
	const bench = new KakiyoBench();
	beforeAll(async () => await bench.start());
	beforeEach(() => bench.reset());
	afterAll(async () => await bench.stop());
	return bench;
}

/** A resource locator filled in by ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export const addProspects = {
	resource: 'prospect',
	operation: 'add',
	campaignId: byId('campaign_001'),
};

/** Rows of people whom the sandbox does not know yet. */
export const people = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		name: `Person ${from + index}`,
		url: `https://www.linkedin.com/in/new-person-${from + index}/`,
	}));

/** Looks again until it is so; a test that waits for nothing fails after 3 s. */
export async function until(isSo: () => boolean): Promise<void> {
	for (const deadline = Date.now() + 3_000; !isSo(); await delay(2)) {
		if (Date.now() > deadline) throw new Error('It did not come to pass within 3 s');
	}
}
