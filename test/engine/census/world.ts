import type { IDataObject, INode } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import { inputFailure, ItemFailure } from '../../../nodes/shared/contract/failure';
import { Secrets } from '../../../nodes/shared/http/secrets';
import { RateLimiters } from '../../../nodes/shared/limits/rateLimiters';
import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import type { KeyStore } from '../../../nodes/shared/memory/keyStore';
import { persistentKeys } from '../../../nodes/shared/memory/persistentKeys';
import { runMemory } from '../../../nodes/shared/memory/runMemory';
import { drive, type FinishedRun } from '../../../nodes/shared/run/driver';
import { noTimeout } from '../../../nodes/shared/run/callerTimeout';
import type { ParametersPort, Ports } from '../../../nodes/shared/run/ports';
import { newItems } from './items';
import { Journal } from './journal';
import type { Life, Place } from './life';
import { parametersOf } from './parameters';
import type { ItemMade } from './sample';
import type { StillStand } from './stillStand';
import type { Size, Writing } from './writing';

/** What n8n keeps of an execution for its Retry, and of the workflow. Plain data. */
export interface Kept {
	context: Record<string, unknown>;
	staticData: IDataObject;
}

/** What n8n stores and reads back. */
export const stored = (kept: Kept): Kept => JSON.parse(JSON.stringify(kept)) as Kept;

export const nothingKept = (): Kept => ({ context: {}, staticData: {} });

/** One try of the node. */
export interface Attempt {
	/** From 0. */
	number: number;
	life: Life;
	/** The process's own. */
	log: KeyLog;
	kept: Kept;
	executionId: string;
	stopOnFailure: boolean;
}

export const LINEAGE = 'lineage';

/** One way between n8n and the vendor, or n8n and its database. */
const WIRE_MS = 20;
const DATABASE_MS = 1;

const LINKED_IN = { login: 'ada@acme.example', password: 'correct horse', country: 'FR' };

const DOUBTFUL: Exchange = { failure: { kind: 'doubtful', reason: 'ECONNRESET' } };
const CANCELLED: Exchange = { failure: { kind: 'cancelled', reason: 'ERR_CANCELED' } };

const broken = (place: Place) => new Error(`Broken at ${place}`);

/**
 * The surroundings of an execution and its Retries: stand-ins for n8n’s database and its clock, the vendor (a stand), and the items.
 * Real: the node's driver. Not real: n8n's engine.
 */
export class World {
	readonly journal = new Journal();

	readonly keys = new Set<string>();

	/** Those of which the database did not say whether they were written. */
	readonly keysInDoubt = new Set<string>();

	/** What an execution that waits goes on with, by the number of the try. */
	readonly carried = new Map<number, IDataObject[]>();

	readonly parameters: ParametersPort;

	private constructor(
		readonly stand: StillStand,
		private readonly writing: Writing,
		node: INode,
		readonly items: ItemMade[],
	) {
		this.parameters = parametersOf(node, writing, items);
	}

	/** @param node with its parameters */
	static async open(stand: StillStand, writing: Writing, node: INode, size: Size): Promise<World> {
		const items = await newItems(stand, writing.sample, size);
		// The vendor's limits are those of a new hour.
		await stand.time.run(stand.time.sleep(2 * 3_600_000));
		return new World(stand, writing, node, items);
	}

	keyLog(life: Life): KeyLog {
		return new KeyLog(this.storeFor(life), { now: () => this.stand.time.now(), sleep: this.sleepFor(life) });
	}

	/** @throws what the node ends with */
	async attempt(attempt: Attempt): Promise<FinishedRun> {
		const { vendor, operation } = this.writing;
		const { stopOnFailure } = attempt;
		return await this.stand.time.run(
			drive(operation, vendor, this.portsFor(attempt), {
				stopOnFailure,
				isTool: false,
				failuresApart: false,
				includesInput: false,
				isSubWorkflow: false,
			}),
		);
	}

	/** Lets everything arrive that is still on its way. */
	async settle(): Promise<void> {
		await this.stand.time.run(this.stand.time.sleep(60_000));
	}

	private sleepFor(life: Life) {
		return async (milliseconds: number) => {
			life.reach('clock');
			await this.stand.time.sleep(milliseconds);
		};
	}

	private storeFor(life: Life): KeyStore {
		const stored = async <T>(keys: readonly string[], work: () => T): Promise<T> => {
			if (life.reach('store before')) throw broken('store before');
			await this.stand.time.sleep(DATABASE_MS);
			const done = work();
			await this.stand.time.sleep(DATABASE_MS);
			if (!life.reach('store after')) return done;
			for (const key of keys) this.keysInDoubt.add(key);
			throw broken('store after');
		};
		return {
			capacity: 30_000,
			record: async (keys) =>
				await stored(keys, () => {
					const there = keys.filter((key) => this.keys.has(key));
					for (const key of keys) this.keys.add(key);
					return there;
				}),
			remove: async (keys) =>
				await stored(keys, () => {
					for (const key of keys) this.keys.delete(key);
				}),
		};
	}

	private exchangeFor({ life, number }: Attempt) {
		return async (request: OutgoingRequest, base?: string): Promise<Exchange> => {
			// n8n sends nothing more once Stop was pressed.
			if (life.isStopped) return CANCELLED;
			const entry = this.journal.add(request, number);
			const cut = (why: Exchange): Exchange => {
				entry.isCut = true;
				return why;
			};
			const isLost = life.reach('http before');
			if (life.isStopped) return cut(CANCELLED);
			if (isLost) return cut(DOUBTFUL);
			const answered = this.deliver(entry, base);
			const answer = await Promise.race([answered, life.over]);
			if (!answer) return cut(CANCELLED);
			const isUnread = life.reach('http after');
			if (life.isStopped) return cut(CANCELLED);
			return isUnread ? cut(DOUBTFUL) : answer;
		};
	}

	/** A request on the wire arrives, even if its process dies. */
	private async deliver(entry: Journal['entries'][number], base: string | undefined): Promise<Exchange> {
		await this.stand.time.sleep(WIRE_MS);
		const { response, accepted } = await this.stand.serve(entry.request, base);
		entry.isAccepted = accepted;
		await this.stand.time.sleep(WIRE_MS);
		return { response };
	}

	private portsFor(attempt: Attempt): Ports {
		const { life, kept, executionId, log } = attempt;
		const time = { now: () => this.stand.time.now(), sleep: this.sleepFor(life) };
		const exchange = this.exchangeFor(attempt);
		const { parameters } = this;
		return {
			parameters: {
				...parameters,
				of(index) {
					if (life.reach('parameters')) throw broken('parameters');
					return parameters.of(index);
				},
			},
			http: {
				account: 'account',
				connect: async () => {
					if (life.reach('credential')) throw new ItemFailure(inputFailure(broken('credential')));
					return {
						baseUrl: 'https://vendor.example',
						addressOf: () => 'https://vendor.example',
						account: 'key',
						requestsPerMinute: undefined,
						fields: LINKED_IN,
						secretsOf: () => new Secrets([]),
						apiKey: new Secrets([]),
						exchange: async (request, { base }) => await exchange(request, base),
					};
				},
				download: async () => {
					throw new Error('No writing operation downloads');
				},
			},
			time,
			limiters: new RateLimiters(time),
			clockTime: String,
			memory: runMemory(kept.context, { run: 'run', work: '', turn: 0, execution: executionId }),
			lineages: { run: LINEAGE, execution: LINEAGE, node: LINEAGE },
			executionId,
			keyLog: log,
			exclusively: async (_, work) => await work(),
			spacing: undefined,
			keys: persistentKeys(log),
			contactKeys: persistentKeys(log),
			staticData: async () => kept.staticData,
			execution: {
				callbackUrl: () => 'https://n8n.example/webhook-waiting/1?signature=abc',
				waitUntil: async (_, carried) => {
					if (life.reach('execution')) throw broken('execution');
					this.carried.set(attempt.number, carried);
				},
			},
			patience: noTimeout,
			isCancelled: () => life.isStopped,
		};
	}
}
