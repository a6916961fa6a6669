import type { Fault } from '../../../sandbox/server/faults';
import { effectsOf, type Effects } from '../census/verdict';
import { faultOf } from './faults';
import { JobRun, type Weather } from './jobRun';
import { planOf, type Job, type Plan } from './plan';
import type { N8n } from './process';
import { entriesOf, liesOf } from './verdict';
import { StormVendors, type Sender } from './vendors';

/** The findings of a storm. */
export interface Aftermath {
	/** Reports that are not true, effects that happened twice, and work left undone without a word. */
	lies: string[];
	/** So that a storm that was none is noticed. */
	counts: { items: number; requests: number; faults: number; stopped: number; killed: number; executions: number };
}

class Storm {
	private readonly vendors: StormVendors;

	private readonly requestsOf = new Map<number, number>();

	private readonly jobs = new Map<number, JobRun>();

	private readonly counts = { items: 0, requests: 0, faults: 0, stopped: 0, killed: 0, executions: 0 };

	private readonly weather: Weather = { isCalm: false, onRequest: () => this.countRequest() };

	constructor(
		private readonly plan: Plan,
		private readonly n8n: N8n,
	) {
		this.vendors = new StormVendors(n8n.clock, (sender) => this.faultFor(sender));
	}

	private countRequest(): void {
		this.counts.requests += 1;
		const { atRequest, times } = this.plan.kill;
		if (!this.weather.isCalm && this.counts.requests === atRequest) this.n8n.dieAfter(times);
	}

	private faultFor(sender: Sender): Fault | undefined {
		const job = this.jobs.get(sender.job)?.job;
		if (!job || this.weather.isCalm) return undefined;
		const number = (this.requestsOf.get(job.id) ?? 0) + 1;
		this.requestsOf.set(job.id, number);
		this.perhapsDisturb(job);
		const random = this.plan.random.of(`fault ${job.writing.name} ${number}`);
		if (!random.isSo(job.faults)) return undefined;
		this.counts.faults += 1;
		return faultOf(random, this.n8n.clock.now());
	}

	private perhapsDisturb({ writing }: Job): void {
		const { every, requests } = this.plan.client;
		if (this.counts.requests % every !== 0) return;
		for (let number = 0; number < requests; number++)
			void this.vendors.disturb(writing.vendor.credential, number % 2 === 0 ? 'POST' : 'GET');
	}

	async prepare(): Promise<void> {
		await this.vendors.listen();
		let first = 0;
		for (const job of this.plan.lanes.flat()) {
			this.jobs.set(job.id, await JobRun.of(job, first, this.vendors));
			first += job.size.items;
		}
		this.counts.items = first;
		this.vendors.calmDown();
	}

	private async inLanes(work: (run: JobRun) => Promise<void>): Promise<void> {
		await Promise.all(
			this.plan.lanes.map(async (lane) => {
				for (const { id } of lane) {
					const run = this.jobs.get(id);
					if (run) await work(run);
				}
			}),
		);
	}

	private async execute(run: JobRun, way: 'execute' | 'executeFromStart' = 'execute'): Promise<void> {
		await run[way](await this.n8n.process(), this.weather);
		this.counts.executions += 1;
	}

	async rage(): Promise<void> {
		await this.inLanes(async (run) => {
			for (let pressed = 0; pressed <= run.job.retries && run.isToBeRetried; pressed++) await this.execute(run);
		});
	}

	async subside(): Promise<void> {
		this.weather.isCalm = true;
		this.vendors.calmDown();
		await this.inLanes(async (run) => {
			if (run.isToBeRetried) await this.execute(run);
			if (run.job.diesLater) await this.execute(run, 'executeFromStart');
		});
	}

	aftermath(wantedOf: ReadonlyMap<string, Effects>): Aftermath {
		const runs = [...this.jobs.values()];
		const cut = runs.flatMap(({ executions }) => executions).filter(({ isCut }) => isCut);
		this.counts.killed = cut.filter(({ end }) => end === 'killed').length;
		this.counts.stopped = cut.length - this.counts.killed;
		const lies = runs.flatMap((run) => liesOf(run, this.vendors, wantedOf.get(run.job.writing.name) ?? new Map()));
		return { lies, counts: this.counts };
	}

	/** Effects of the first item of each operation. */
	effects(): Map<string, Effects> {
		const effects = [...this.jobs.values()].map((run): [string, Effects] => {
			const [first = []] = entriesOf(run, this.vendors);
			return [run.job.writing.name, effectsOf(first, run.job.writing.sample.effect)];
		});
		const without = effects.filter(([, own]) => own.size === 0).map(([name]) => name);
		if (without.length > 0) throw new Error(`Nothing is done by ${without.join(', ')}`);
		return new Map(effects);
	}

	async end(): Promise<void> {
		await this.vendors.close();
	}
}

async function duringStorm<T>(plan: Plan, n8n: N8n, work: (storm: Storm) => Promise<T>): Promise<T> {
	const storm = new Storm(plan, n8n);
	try {
		await storm.prepare();
		return await work(storm);
	} finally {
		await storm.end();
	}
}

/** What each operation does for an item when nothing disturbs it. */
export async function effectsInCalm(n8n: N8n): Promise<Map<string, Effects>> {
	const plan = planOf(0);
	const calm = (job: Job): Job => ({ ...job, size: { items: 1 }, stop: undefined, diesLater: false });
	return await duringStorm({ ...plan, lanes: plan.lanes.map((lane) => lane.map(calm)) }, n8n, async (storm) => {
		await storm.subside();
		return storm.effects();
	});
}

/** A storm over all writing operations. @param wantedOf what `effectsInCalm` found */
export async function stormOf(seed: number, n8n: N8n, wantedOf: ReadonlyMap<string, Effects>): Promise<Aftermath> {
	return await duringStorm(planOf(seed), n8n, async (storm) => {
		await storm.rage();
		await storm.subside();
		return storm.aftermath(wantedOf);
	});
}
