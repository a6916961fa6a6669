import type { Scheduler } from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import type { Operation } from '../../../nodes/shared/contract/operation';
import type { Time } from '../../../nodes/shared/contract/time';
import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { RateLimiters } from '../../../nodes/shared/limits/rateLimiters';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { runMemory } from '../../../nodes/shared/memory/runMemory';
import { deferred } from '../../../nodes/shared/values/deferred';
import { isRecord } from '../../../nodes/shared/values/json';
import { drive, type FinishedRun } from '../../../nodes/shared/run/driver';
import { noTimeout } from '../../../nodes/shared/run/callerTimeout';
import { itemWith } from './items';
import { acme, answer, noAnswer } from './wire';
import { processKeys } from '../../../nodes/shared/memory/processKeys';

export const LIMIT = { requests: 3, perSeconds: 60, inFlight: 2 };

const limited: Vendor = { ...acme, limits: { only: LIMIT } };

/** What runs of one process of n8n share. */
export interface Process {
	limiters: RateLimiters;
	log: KeyLog;
}

export interface RunOfItems {
	process: Process;
	lineage: string;
	executionId: string;
	/** What each item does, by number; equal numbers do the same. */
	items: readonly number[];
	/** Stop is pressed when the vendor has heard of so many requests. */
	stopAfter?: number;
	/** The vendor carries out what these requests ask for and answers nothing, by their number from 0. */
	unanswered?: readonly number[];
}

/** A vendor, n8n's database and a clock. All that wait for them go on in an order that fast-check chooses. */
export class Interleaved {
	/** How often each item was done, by its number. */
	readonly done = new Map<number, number>();

	/** When requests arrived. */
	readonly arrivals: number[] = [];

	mostInFlight = 0;

	private now = Date.UTC(2030, 0, 1);

	private inFlight = 0;

	private readonly keys = new Set<string>();

	constructor(
		private readonly scheduler: Scheduler,
		private readonly operation: Operation,
	) {}

	private readonly time: Time = {
		now: () => this.now,
		sleep: async (milliseconds) => {
			const wakesAt = this.now + Math.max(0, milliseconds);
			await this.scheduler.schedule(Promise.resolve(), 'sleep');
			this.now = Math.max(this.now, wakesAt);
		},
	};

	process(): Process {
		const { keys } = this;
		const later = async <T>(name: string, work: () => T): Promise<T> => {
			await this.scheduler.schedule(Promise.resolve(), `to ${name}`);
			const done = work();
			await this.scheduler.schedule(Promise.resolve(), `from ${name}`);
			return done;
		};
		const store = {
			capacity: 30_000,
			record: async (added: readonly string[]) =>
				await later('record', () => {
					const there = added.filter((key) => keys.has(key));
					for (const key of added) keys.add(key);
					return there;
				}),
			remove: async (gone: readonly string[]) =>
				await later('remove', () => {
					for (const key of gone) keys.delete(key);
				}),
		};
		return { limiters: new RateLimiters(this.time), log: new KeyLog(store, this.time) };
	}

	async run({
		process,
		lineage,
		executionId,
		items,
		stopAfter = Infinity,
		unanswered = [],
	}: RunOfItems): Promise<FinishedRun> {
		const parameters = items.map((key, index) => itemWith({ key }, { index, input: { key } }));
		const stop = deferred<void>();
		let isStopped = false;
		let heard = 0;
		const exchange = async (request: OutgoingRequest): Promise<Exchange> => {
			if (isStopped) return noAnswer('cancelled');
			const number = heard++;
			const answered = this.deliver(request);
			if (heard >= stopAfter) {
				isStopped = true;
				stop.resolve();
			}
			const arrived = await Promise.race([answered, stop.promise]);
			if (!arrived) return noAnswer('cancelled');
			return unanswered.includes(number) ? noAnswer('doubtful') : arrived;
		};
		return await drive(
			this.operation,
			limited,
			{
				parameters: {
					count: items.length,
					unfiltered: new Set<string>(),
					leftOut: new Set<string>(),
					dependsOnRow: false,
					isBlank: () => false,
					given: () => undefined,
					correct: () => undefined,
					input: (index) => parameters[index]?.input ?? {},
					origin: (index) => parameters[index]?.input,
					unusedColumns: () => [],
					mayRead: () => false,
					of: (index) => parameters[index] ?? itemWith({}, { index }),
				},
				http: {
					account: 'acme',
					connect: async () => ({
						baseUrl: 'https://acme.example',
						addressOf: () => 'https://acme.example',
						account: 'acme',
						requestsPerMinute: undefined,
						fields: {},
						secretsOf: () => new Secrets([]),
						apiKey: new Secrets([]),
						exchange,
					}),
					download: async () => {
						throw new Error('not needed here');
					},
				},
				time: this.time,
				limiters: process.limiters,
				clockTime: String,
				memory: runMemory({}, { run: '0', work: '', turn: 0, execution: executionId }),
				lineages: { run: lineage, execution: lineage, node: lineage },
				executionId,
				keyLog: process.log,
				exclusively: async (_, work) => await work(),
				spacing: undefined,
				keys: undefined,
				contactKeys: processKeys(30_000),
				staticData: async () => ({}),
				execution: undefined,
				patience: noTimeout,
				isCancelled: () => isStopped,
			},
			{ stopOnFailure: false, isTool: false, failuresApart: false, includesInput: false, isSubWorkflow: false },
		);
	}

	/** The request arrives, even if its sender stops. */
	private async deliver({ body }: OutgoingRequest): Promise<Exchange> {
		this.inFlight += 1;
		this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
		await this.scheduler.schedule(Promise.resolve(), 'request');
		this.arrivals.push(this.now);
		const keys: unknown = isRecord(body) ? body.keys : [];
		const done = Array.isArray(keys) ? keys.map(Number) : [];
		for (const key of done) this.done.set(key, (this.done.get(key) ?? 0) + 1);
		await this.scheduler.schedule(Promise.resolve(), 'answer');
		this.inFlight -= 1;
		return answer(200, { rows: done.map((key): IDataObject => ({ key })) });
	}
}
