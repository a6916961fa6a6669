import type { FastifyInstance } from 'fastify';

import { Clock } from '../../../sandbox/time/clock';
import type { Fault } from '../../../sandbox/server/faults';
import { Meanwhile } from '../../../sandbox/server/meanwhile';
import { RequestLog, type LogEntry } from '../../../sandbox/server/requestLog';
import { buildServer } from '../../../sandbox/server/server';
import type { Given } from '../census/sample';
import { liftLimits, reachedIn, sandboxAt, stopDeliveries, type Reached, type Sandbox } from '../census/sandboxVendors';
import { ChosenFaults, isHidden } from './faults';

/** A minute of the vendors' limits takes 60 ms. */
const TIME_SCALE = 1_000;

const HOUR_MS = 3_600_000;

/** The vendors' clock and n8n's. */
export class StormClock extends Clock {
	private skippedMs = 0;

	constructor() {
		super(TIME_SCALE);
	}

	override now(): number {
		return super.now() + this.skippedMs;
	}

	/** Moves the time on without waiting. */
	skip(milliseconds: number): void {
		this.skippedMs += milliseconds;
	}
}

/** Who has sent a request: an execution of a job. */
export interface Sender {
	job: number;
	execution: number;
	/** Of the job's requests. */
	request: number;
}

/** A request as it came to a vendor, and its end. */
export interface Arrival {
	entry: LogEntry;
	/** undefined if the request belongs to no job. */
	sender: Sender | undefined;
	/** The answer to the client does not show the result. */
	isHidden: boolean;
}

/** The sandbox logs it. */
const SENDER_HEADER = 'user-agent';

/** The headers that tell the sender of a request. */
export const signature = ({ job, execution, request }: Sender) => ({
	[SENDER_HEADER]: `storm ${job} ${execution} ${request}`,
});

function senderOf({ headers }: LogEntry): Sender | undefined {
	const [, job, execution, request] = /^storm (\d+) (\d+) (\d+)$/.exec(headers[SENDER_HEADER] ?? '') ?? [];
	return job === undefined ? undefined : { job: Number(job), execution: Number(execution), request: Number(request) };
}

/** The sandbox's log, with the sender of each request. */
class SignedLog extends RequestLog {
	readonly arrivals: Arrival[] = [];

	override arrive(entry: LogEntry): void {
		this.arrivals.push({ entry, sender: senderOf(entry), isHidden: false });
	}

	override leave(): void {}
}

/** The four vendors of the sandbox, over HTTP, in a time of their own. */
export class StormVendors {
	readonly sandbox: Sandbox;

	private readonly log = new SignedLog();

	private readonly app: FastifyInstance;

	private readonly reached: Map<string, Reached>;

	private origin = '';

	/** @param faultFor of a request that has just arrived */
	constructor(
		readonly clock: StormClock,
		faultFor: (sender: Sender) => Fault | undefined,
	) {
		const { log } = this;
		this.sandbox = sandboxAt(clock);
		liftLimits(this.sandbox);
		this.reached = reachedIn(this.sandbox);
		const vendors = [...this.reached.values()].flatMap(({ main, hosts = {} }) => [main, ...Object.values(hosts)]);
		const choose = () => {
			const arrival = log.arrivals.at(-1);
			const fault = arrival?.sender && faultFor(arrival.sender);
			if (arrival && fault) arrival.isHidden = isHidden(fault);
			return fault;
		};
		this.app = buildServer(vendors, { clock, faults: new ChosenFaults(choose), meanwhile: new Meanwhile(), log });
	}

	/** All requests of a job, in order. */
	arrivalsOf(job: number): Arrival[] {
		return this.log.arrivals.filter(({ sender }) => sender?.job === job);
	}

	/** The path of an address below the vendor's own. */
	pathOf(url: string): string {
		const prefixes = [...this.reached.values()]
			.flatMap(({ main, hosts = {} }) => [main, ...Object.values(hosts)])
			.map(({ prefix }) => this.origin + prefix);
		return url.slice(prefixes.find((prefix) => url.startsWith(`${prefix}/`))?.length);
	}

	async listen(): Promise<void> {
		this.origin = await this.app.listen({ host: '127.0.0.1', port: 0 });
	}

	async close(): Promise<void> {
		stopDeliveries(this.sandbox);
		await this.app.close();
	}

	/** The fields of a node's credential. @param credential its type */
	credentialData(credential: string): Record<string, string> {
		const { main, hosts = {}, keys } = this.of(credential);
		const [key = ''] = Object.values(keys);
		const addresses = Object.entries(hosts).map(([field, { prefix }]) => [field, this.origin + prefix]);
		return { apiKey: key.replace('Bearer ', ''), baseUrl: this.origin + main.prefix, ...Object.fromEntries(addresses) };
	}

	/** Makes a record before the storm. @returns the answer's body */
	async give(credential: string, { request: { method, path, body, headers } }: Given): Promise<unknown> {
		for (;;) {
			const { status, text } = await this.fetched(credential, path, {
				method,
				headers,
				body: JSON.stringify(body ?? {}),
			});
			if (status < 300) return JSON.parse(text);
			if (status !== 429) throw new Error(`The vendor does not take what is given: ${text}`);
			this.clock.skip(HOUR_MS);
		}
	}

	/** The vendors' limits are those of a new hour. */
	calmDown(): void {
		this.clock.skip(2 * HOUR_MS);
	}

	/** A request of another client with the same key, which reads, or wants something that is refused: both count. */
	async disturb(credential: string, method: 'GET' | 'POST'): Promise<void> {
		// The storm may be over.
		await this.fetched(credential, '/agents', { method, ...(method === 'POST' && { body: '[' }) }).catch(() => {});
	}

	private async fetched(
		credential: string,
		path: string,
		{ headers, ...init }: { method: string; headers?: Record<string, string> | undefined; body?: string },
	) {
		const { main, keys } = this.of(credential);
		const response = await fetch(this.origin + main.prefix + path, {
			...init,
			headers: { ...keys, ...headers, 'content-type': 'application/json' },
		});
		return { status: response.status, text: await response.text() };
	}

	private of(credential: string) {
		const found = this.reached.get(credential);
		if (!found) throw new Error(`The sandbox has no vendor for ${credential}`);
		return found;
	}
}
