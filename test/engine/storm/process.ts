import { jest } from '@jest/globals';
import * as workflow from 'n8n-workflow';
import * as zod from 'zod';

import { deferred } from '../../../nodes/shared/values/deferred';
import type { Clock } from '../../../sandbox/time/clock';
import type { PackageNode } from '../executor/evaluations/nodes';
import { processedData } from '../processedData';
import { StormClock } from './vendors';

/** Nothing goes on after it. */
const never = async (): Promise<void> => await new Promise(() => {});

/** The nodes of the package as a process loads them: with limiters, memories and locks that no other has. */
async function loadPackage(time: {
	now: () => number;
	sleep: (milliseconds: number) => Promise<void>;
}): Promise<PackageNode[]> {
	jest.doMock('n8n-workflow', () => workflow);
	jest.doMock('zod', () => zod);
	let loaded: PackageNode[] = [];
	await jest.isolateModulesAsync(async () => {
		const { systemTime } = await import('../scaledTime');
		Object.assign(systemTime, time);
		const { packageNodes } = await import('../executor/evaluations/nodes');
		loaded = packageNodes;
	});
	return loaded;
}

/** A process of n8n with the package in it. After its death, all its requests to the world wait for ever. */
export class N8nProcess {
	private static readonly alive = new Map<string, N8nProcess>();

	private static started = 0;

	private readonly nodes = new Map<string, PackageNode>();

	private readonly death = deferred<void>();

	private isDead = false;

	/** How often it yet asks the world for something before it dies. */
	private left = Infinity;

	private constructor(readonly name: string) {}

	/** @param clock of the vendors, which is the node's too */
	static async start(clock: Clock): Promise<N8nProcess> {
		N8nProcess.started += 1;
		const started = new N8nProcess(`n8n ${N8nProcess.started}`);
		const time = {
			now: () => clock.now(),
			sleep: async (milliseconds: number) => {
				await started.pass();
				await clock.sleep(milliseconds / 1_000);
				await started.pass();
			},
		};
		for (const node of await loadPackage(time)) started.nodes.set(node.create().description.name, node);
		N8nProcess.alive.set(started.name, started);
		processedData.pass = async (node) => await (N8nProcess.alive.get(node?.notes ?? '')?.pass() ?? never());
		return started;
	}

	/** Resolves when it dies. */
	get died(): Promise<void> {
		return this.death.promise;
	}

	/** @param name such as "kakiyo" */
	node(name: string): PackageNode {
		const found = this.nodes.get(name);
		if (!found) throw new Error(`The package has no node ${name}`);
		return found;
	}

	/** It dies when it asks the world for something, the how manieth time from now on. */
	dieAfter(times: number): void {
		this.left = times;
	}

	/** To be awaited wherever it asks the world for something, and when it gets it. */
	async pass(): Promise<void> {
		this.left -= 1;
		if (this.left < 0 && !this.isDead) {
			this.isDead = true;
			N8nProcess.alive.delete(this.name);
			this.death.resolve();
		}
		if (this.isDead) await never();
	}
}

/** An n8n that is started again when it was killed. */
export class N8n {
	readonly clock = new StormClock();

	/** How often it was killed. */
	deaths = 0;

	private starting: Promise<N8nProcess> | undefined;

	private current: N8nProcess | undefined;

	async process(): Promise<N8nProcess> {
		this.starting ??= this.start();
		return await this.starting;
	}

	/** See `dieAfter` there; nothing when it is being started. */
	dieAfter(times: number): void {
		this.current?.dieAfter(times);
	}

	private async start(): Promise<N8nProcess> {
		const started = await N8nProcess.start(this.clock);
		this.current = started;
		void started.died.then(() => {
			this.deaths += 1;
			this.current = undefined;
			this.starting = undefined;
		});
		return started;
	}
}
