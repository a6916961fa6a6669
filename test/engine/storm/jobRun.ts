import { randomUUID } from 'node:crypto';

import type { ICredentialType, IDataObject, IHttpRequestOptions, INode, IRun } from 'n8n-workflow';

import { KakiyoLinkedInAccountApi } from '../../../credentials/KakiyoLinkedInAccountApi.credentials';
import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import { valueAt } from '../../../nodes/shared/values/json';
import type { ItemMade } from '../census/sample';
import { KnownBy } from '../census/knownBy';
import { filledIn, parametersOf } from '../census/parameters';
import type { PackageNode } from '../executor/evaluations/nodes';
import { retryNode, runNode, type NodeResult, type NodeRun, type TestCredential } from '../engine';
import { processedData } from '../processedData';
import type { Job } from './plan';
import type { N8nProcess } from './process';
import { reportsOf, type ItemReport } from './reports';
import { signature, type StormVendors } from './vendors';

/** The node's ID in a workflow of the tests. */
const NODE_ID = '2';

/** Requests that a run has under way at most, where the vendor's limits do not say. */
const MOST_IN_FLIGHT = 5;

const LINKED_IN = { login: 'ada@acme.example', password: 'correct horse', country: 'FR' };

/** An execution of a job that is over. */
export interface Execution {
	/** The reports on the items, if any. */
	reports: ReadonlyMap<number, ItemReport> | undefined;
	/** "killed", or what n8n said of its end. */
	end: string;
	/** Stop was pressed, or n8n was killed. A node that fails because of Stop reports on its items anyway. */
	isCut: boolean;
	/** Nothing went wrong in it. */
	isUndisturbed: boolean;
	/** What n8n's database had of the node when it began. */
	keysBefore: readonly string[];
}

/** A request that was handed to n8n's HTTP client. It may have been lost before it came to the vendor. */
export interface Departure {
	execution: number;
	request: OutgoingRequest;
	/** The execution was stopped or killed while the request may have been on its way; the vendor may have done it or not. */
	isCut: boolean;
}

/** Hears what happens while a job runs. */
export interface Weather {
	isCalm: boolean;
	/** A job is about to send something. */
	onRequest(): void;
}

const turns = async (count: number): Promise<void> => {
	for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
};

/** A job in all its executions. */
export class JobRun {
	readonly executions: Execution[] = [];

	/** By number. */
	readonly departures: Departure[] = [];

	private readonly resumeToken = randomUUID();

	private readonly workflowId = randomUUID();

	private last: NodeResult | undefined;

	/** The execution in which Stop was pressed. */
	private stoppedIn: number | undefined;

	private readonly keys: ReadonlyArray<string | undefined>;

	private staticData: IDataObject = {};

	private constructor(
		readonly job: Job,
		readonly items: readonly ItemMade[],
		private readonly node: INode,
		private readonly vendors: StormVendors,
	) {
		const parameters = parametersOf(node, job.writing, [...items]);
		const knownBy = KnownBy.byReading(job.writing.operation, parameters);
		this.keys = items.map((_, index) => knownBy.of(index, parameters)[1]);
	}

	/** @param first place of its items among all of the storm */
	static async of(job: Job, first: number, vendors: StormVendors): Promise<JobRun> {
		const { writing, size } = job;
		const { sample, vendor } = writing;
		const items: ItemMade[] = [];
		for (let index = 0; index < size.items; index++) {
			const wanted = sample.given?.(first + index, vendors.sandbox) ?? '';
			const given =
				typeof wanted === 'string'
					? wanted
					: String(valueAt(await vendors.give(vendor.credential, wanted), ...(wanted.idAt ?? ['id'])));
			const item = sample.item(first + index, given);
			items.push(size.chunked && index === JobRun.badOf(job) ? (sample.chunks?.bad(item) ?? item) : item);
		}
		return new JobRun(job, items, filledIn(writing, vendors.sandbox, size.chunked === true), vendors);
	}

	/** The item that is not fit, if there is one. */
	static badOf = ({ size: { chunked, items } }: Job): number => (chunked ? Math.floor(items / 2) : -1);

	/** All that n8n has of it is that it began. */
	get isToBeRetried(): boolean {
		return this.last === undefined || this.last.error !== undefined || this.last.run.status === 'canceled';
	}

	/** Whether n8n's database had a word of an item when an execution began. */
	wasDeclared(index: number, { keysBefore }: Execution): boolean {
		const names = [this.keys[index], ...(this.job.writing.sample.isWrittenDown ? [this.items[index]?.mark] : [])];
		return keysBefore.some((key) => names.some((name) => name !== undefined && key.includes(name)));
	}

	/** Runs the workflow, or n8n's Retry of the stored execution before. */
	async execute(process: N8nProcess, weather: Weather): Promise<void> {
		const stored = this.storedRun();
		const hasBegun = stored && (stored.data.executionData?.nodeExecutionStack.length ?? 0) > 0;
		await this.executed(process, weather, hasBegun ? async (run) => await retryNode(run, stored) : runNode);
	}

	/** The last execution as n8n has stored it; if it was stopped, its state then or when the node had ended. */
	private storedRun(): IRun | undefined {
		const isOfEnd = this.stoppedIn === this.executions.length - 1 && this.job.stop?.isStored === true;
		return isOfEnd && this.last
			? { ...this.last.run, data: JSON.parse(JSON.stringify(this.last.run.data)) as IRun['data'] }
			: this.last?.stored;
	}

	/** n8n was killed in a later node, and Retry begins at the start. */
	async executeFromStart(process: N8nProcess, weather: Weather): Promise<void> {
		await this.executed(process, weather, runNode, 'continueRegularOutput');
	}

	private async executed(
		process: N8nProcess,
		weather: Weather,
		start: (run: NodeRun) => Promise<NodeResult>,
		onError = this.job.onError,
	): Promise<void> {
		const number = this.executions.length;
		const keysBefore = [...processedData.keysOf(this.workflowId, NODE_ID)];
		const staticData = JSON.parse(JSON.stringify(this.staticData)) as IDataObject;
		const run = { ...this.nodeRun(process, weather), staticData };
		run.settings = { ...run.settings, onError };
		const result = (await Promise.race([start(run), process.died])) ?? undefined;
		const reports = result && reportsOf(result, this.job.writing.sample);
		const isCut = result === undefined || this.stoppedIn === number;
		if (isCut) this.markCut(number);
		else this.staticData = staticData;
		this.last = result;
		const end = result?.error?.message ?? result?.run.status ?? 'killed';
		this.executions.push({ reports, end, isCut, isUndisturbed: weather.isCalm, keysBefore });
	}

	private markCut(execution: number): void {
		const limits = Object.values(this.job.writing.vendor.limits);
		const most = Math.max(...limits.map(({ inFlight = MOST_IN_FLIGHT }) => inFlight));
		for (const departure of this.departures.filter((one) => one.execution === execution).slice(-most))
			departure.isCut = true;
	}

	private nodeRun(process: N8nProcess, weather: Weather): NodeRun {
		const { job, items, node, resumeToken, workflowId } = this;
		const loaded = process.node(job.writing.description.name);
		let stop = () => {};
		return {
			type: loaded.create(),
			credential: this.credential(process, this.credentialType(loaded), weather, () => stop()),
			parameters: node.parameters,
			items: items.map((item) => ({ ...item })),
			settings: { retryOnFail: true, maxTries: job.maxTries, waitBetweenTries: 1, notes: process.name },
			mode: 'trigger',
			isPublished: true,
			workflowId,
			resumeToken,
			onStart: (press) => (stop = press),
		};
	}

	private credentialType({ credentialType }: PackageNode): ICredentialType {
		return this.node.parameters.authentication === 'linkedInAccount' ? new KakiyoLinkedInAccountApi() : credentialType;
	}

	private credential(process: N8nProcess, type: ICredentialType, weather: Weather, stop: () => void): TestCredential {
		const { authenticate } = type;
		if (typeof authenticate !== 'function') throw new Error('n8n would add the key by itself');
		const data = { ...LINKED_IN, ...this.vendors.credentialData(this.job.writing.vendor.credential) };
		const execution = this.executions.length;
		const authenticated: TestCredential['type']['authenticate'] = async (fields, request) => {
			weather.onRequest();
			await process.pass();
			const signed = signature({ job: this.job.id, execution, request: this.departures.length });
			this.departures.push({ execution, request: this.outgoing(request), isCut: false });
			void this.perhapsStop(weather, stop);
			const { headers, ...rest } = await authenticate(fields, request);
			return { ...rest, headers: { ...headers, ...signed } };
		};
		return {
			id: 'account',
			type: Object.create(type, { authenticate: { value: authenticated } }) as ICredentialType,
			data,
		};
	}

	/** What the node has asked n8n's HTTP client for. */
	private outgoing({ method = 'GET', url, qs, body, headers }: IHttpRequestOptions): OutgoingRequest {
		const own = { query: qs ?? {}, body, headers } as Pick<OutgoingRequest, 'query' | 'body' | 'headers'>;
		return { method, path: this.vendors.pathOf(url), ...own };
	}

	private async perhapsStop({ isCalm }: Weather, stop: () => void): Promise<void> {
		const { atRequest = Infinity, turns: count = 0 } = this.job.stop ?? {};
		if (isCalm || this.stoppedIn !== undefined || this.departures.length < atRequest) return;
		this.stoppedIn = this.executions.length;
		await turns(count);
		stop();
	}
}
