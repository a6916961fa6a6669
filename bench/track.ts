import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { publishChain, type Step } from './chain';
import type { StubSettings, Tally } from './stub/api';
import { callWebhook, type WebhookAnswer } from './webhookCall';
import type { World } from './world';

const READY_DEADLINE_MS = 120_000;
const POLL_MS = 100;
const OK = 200;

/** n8n stores nothing of the measured runs: storing 10,000 items is not the nodes' work. */
const SAVE_NOTHING = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' } as const;

const Reading = z.object({
	wallMs: z.number(),
	cpuMs: z.number(),
	blockMs: z.number(),
	arrivals: z.number(),
	pid: z.number(),
	items: z.number(),
	distinct: z.number(),
});

/** The results of one run: its time, n8n's CPU, the longest block of n8n's event loop, and the items. */
export type Reading = z.infer<typeof Reading> & { stub: Tally };

/** The settings of a run. */
export interface Task extends Partial<StubSettings> {
	/** Items that the source makes. */
	items: number;
	/** Their column `name` has another name. */
	wrongColumn?: boolean;
}

/** A run that n8n ended with an error. */
export class RunFailed extends Error {}

const webhook = (path: string, options: object): Step => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	parameters: { httpMethod: 'POST', path, ...options },
});

const sink = (identity: string): Step => ({
	name: 'Sink',
	type: 'n8n-nodes-bench.benchSink',
	parameters: { identity },
});

/** After hard work n8n answers 503 for some seconds, until it has reached its database again. */
async function whenReady(url: string): Promise<void> {
	const deadline = Date.now() + READY_DEADLINE_MS;
	while (
		!(await fetch(`${url}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		))
	) {
		if (Date.now() > deadline) throw new Error('n8n has not got ready again');
		await delay(POLL_MS);
	}
}

/** A published workflow: webhook, source, the nodes under test, sink. */
export class Track {
	private constructor(
		private readonly world: World,
		readonly name: string,
		private readonly url: string,
	) {}

	/**
	 * @param name of the runner
	 * @param identity path of the member that identifies the final items; none if the answers have no such member
	 */
	static async lay(world: World, name: string, steps: Step[], identity = ''): Promise<Track> {
		const path = `bench-${randomUUID()}`;
		const source: Step = { name: 'Source', type: 'n8n-nodes-bench.benchSource' };
		const chain = [webhook(path, { responseMode: 'lastNode' }), source, ...steps, sink(identity)];
		await publishChain(world, `${name} ${path}`, chain, SAVE_NOTHING);
		return new Track(world, name, `${world.n8nUrl}/webhook/${path}`);
	}

	/** One run that reaches the sink. */
	async run(task: Task): Promise<Reading> {
		const answer = await this.call(task);
		if (answer.status !== OK) throw new RunFailed(`${this.name} failed: ${answer.body}`);
		return { ...Reading.parse(JSON.parse(answer.body)), stub: await this.world.stub.tally() };
	}

	/** One run that must end with an error; its results include n8n's handling of the error. */
	async runToError(task: Task, meter: Meter): Promise<Reading> {
		const answer = await this.call(task);
		if (answer.status === OK) throw new Error(`${this.name} did not fail although all rows are unfit`);
		return await meter.read();
	}

	private async call({ items, wrongColumn = false, ...settings }: Task): Promise<WebhookAnswer> {
		await whenReady(this.world.n8nUrl);
		await this.world.stub.reset(settings);
		return await callWebhook(this.url, { items, wrongColumn });
	}
}

/** Starts and reads n8n's clocks from outside, for runs without source and sink. */
export class Meter {
	private constructor(
		private readonly world: World,
		private readonly startTrack: Track,
		private readonly readUrl: string,
	) {}

	static async install(world: World): Promise<Meter> {
		const path = `bench-${randomUUID()}`;
		await publishChain(world, 'Read the clocks', [webhook(path, { responseMode: 'lastNode' }), sink('')], SAVE_NOTHING);
		return new Meter(world, await Track.lay(world, 'Start the clocks', []), `${world.n8nUrl}/webhook/${path}`);
	}

	async start(): Promise<void> {
		await this.startTrack.run({ items: 1 });
	}

	async read(): Promise<Reading> {
		const { body } = await callWebhook(this.readUrl, {});
		return { ...Reading.parse(JSON.parse(body)), stub: await this.world.stub.tally() };
	}
}
