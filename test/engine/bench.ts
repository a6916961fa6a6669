import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { processedData } from './processedData';
import { asTool, retryNode, runNode, type NodeResult, type NodeRun } from './engine';
import { restartLimiters } from './processLimiters';
import { SCALED_SINCE, TIME_SCALE } from './scaledTime';

export type RunOptions = Partial<Omit<NodeRun, 'parameters' | 'credential' | 'type'>> & {
	apiKey?: string;
	baseUrl?: string;
	/** Further fields of the credential. */
	credentialFields?: Record<string, string | number>;
	/** See `TestCredential`. */
	unreadableFrom?: number;
};

/** What of a bench is the vendor's. */
export interface BenchVendor {
	node: () => INodeType;
	credential: () => ICredentialType;
	/** The fields of the credential. */
	account: (sandbox: Sandbox) => { apiKey: string; baseUrl: string; [field: string]: string };
}

/** A node in n8n's engine (engine.ts), connected over HTTP to a sandbox in place of the vendor, whose time is scaled, too. */
export class Bench {
	private sandbox: Sandbox | undefined;

	private account = 0;

	private workflow = 0;

	constructor(private readonly vendor: BenchVendor) {}

	async start(): Promise<void> {
		this.sandbox = await startSandbox({ timeScale: TIME_SCALE, scaledSince: SCALED_SINCE });
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

	/** Fresh seed data, another credential, and unused rate limits. */
	reset(): void {
		this.control.reset();
		processedData.failure = undefined;
		processedData.timesWrittenBack = 0;
		this.account += 1;
		this.workflow += 1;
		restartLimiters();
	}

	/** Another credential with the same key; the vendor's data stays. */
	nextAccount(): void {
		this.account += 1;
	}

	/** A new one each time, as loading a node changes its description. */
	nodeType(): INodeType {
		return this.vendor.node();
	}

	get origin(): string {
		return this.running.origin;
	}

	/** The account as the node's credential. */
	credential({
		apiKey,
		baseUrl,
		credentialFields,
	}: Pick<RunOptions, 'apiKey' | 'baseUrl' | 'credentialFields'> = {}): NodeRun['credential'] {
		const own = this.vendor.account(this.running);
		return {
			id: `account-${this.account}`,
			type: this.vendor.credential(),
			data: { ...own, apiKey: apiKey ?? own.apiKey, baseUrl: baseUrl ?? own.baseUrl, ...credentialFields },
		};
	}

	/** What the engine needs to run the node. */
	nodeRun(
		parameters: NodeRun['parameters'],
		{ apiKey, baseUrl, credentialFields, unreadableFrom, ...run }: RunOptions,
	): NodeRun {
		const credential = { ...this.credential({ apiKey, baseUrl, credentialFields }), unreadableFrom };
		return { type: this.vendor.node(), credential, parameters, workflowId: `workflow-${this.workflow}`, ...run };
	}

	/** Runs the node in a workflow. */
	async run(parameters: NodeRun['parameters'], rest: RunOptions = {}): Promise<NodeResult> {
		return await runNode(this.nodeRun(parameters, rest));
	}

	/** n8n's Retry of an execution that failed, perhaps of a node that was changed since. */
	async retry(parameters: NodeRun['parameters'], { stored }: NodeResult, rest: RunOptions = {}): Promise<NodeResult> {
		return await retryNode(this.nodeRun(parameters, rest), stored);
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
}

/** A bench for the tests of one file, fresh for each test. */
export function onBench<B extends Bench>(bench: B): B {
	beforeAll(async () => await bench.start());
	beforeEach(() => bench.reset());
	afterAll(async () => await bench.stop());
	return bench;
}

/** A resource locator filled in by ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
