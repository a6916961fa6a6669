import { sendingFailure, type Failure } from '../contract/failure';
import type { Trail } from '../contract/intent';
import type { ApiClient, Execution, OperationRun, Performance } from '../contract/operation';
import { sleepUntil } from '../contract/time';
import { outcomeOf } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import { isReading } from '../http/readOnly';
import { retriedFile } from '../http/retriedFile';
import { sender } from '../http/sender';
import type { AccountGate } from './accountGate';
import type { Contacts } from './contacts';
import type { ValidItem } from './validItem';
import type { Intents } from './intents';
import type { Guard } from './guard';
import { digestOf } from './itemKeys';
import { keysInLineage, notesOf } from './itemsInLineage';
import { createdRecords } from './createdRecords';
import type { RunMeter } from './meter';
import type { Spacing } from './nodeOptions';
import type { ExecutionPort, Ports } from './ports';
import type { RunState } from './runState';
import type { ShownItems } from './shownItems';

/** The items of a run, and what left for them. */
export interface Items {
	fit: ReadonlyMap<number, ValidItem>;
	intents: Intents;
	contacts: Contacts;
	/** Of a model's call; the last one is asked first. */
	guards: readonly Guard[];
}

/** What an execution is put to wait with comes out as it would without the wait. */
const waitingWith = (execution: ExecutionPort, shown: ShownItems): Execution => ({
	...execution,
	async waitUntil(time, carried, graceMs) {
		const rowsOf = shown.of(new Map(carried.map((result, index) => [index, outcomeOf(result)])));
		await execution.waitUntil(
			time,
			carried.map((_, index) => rowsOf(index)[0]?.json ?? {}),
			graceMs,
		);
	},
});

export function performanceOf(
	vendor: Vendor,
	ports: Ports,
	run: RunState,
	{
		fit,
		intents,
		contacts,
		guards,
		meter,
		gate,
		shown,
	}: Items & { meter: RunMeter; gate: AccountGate; shown: ShownItems },
): Performance {
	const { http, memory, time, patience } = ports;
	const execution = ports.execution && waitingWith(ports.execution, shown);
	const cancelled = () => run.stopped;
	const longestWait = (maxWaitMs: number): number => Math.min(maxWaitMs, patience.leftMs());
	const api = (index: number, together: readonly number[] = [index]): ApiClient => {
		const item = fit.get(index);
		if (!item) throw new Error(`Item ${index} was not read`);
		const limits = {
			...item.options,
			cancelled: () => run.stopped || gate.isClosed,
			run,
			urgent: false,
			accountRefused: (failure: Failure) => gate.close(failure, together),
		};
		const trail: Trail = {
			...intents.trailOf(together),
			isOfModel: ports.tool !== undefined,
			contact: () => contacts.gateOf(together),
		};
		const send = sender(
			vendor,
			ports,
			limits,
			meter,
			guards.reduce((within, guard) => guard.guarding(together, within), trail),
		);
		return {
			async send(apiRequest, { maxRetries, maxWaitMs } = item.options) {
				const changesNothing = isReading(apiRequest);
				meter.hasWritten ||= !changesNothing;
				const inTime = { maxRetries, maxWaitMs: longestWait(maxWaitMs) };
				return await gate.pass(together, changesNothing, async () => await send(apiRequest, inTime));
			},
			listEnded: (end) => meter.listEnds.set(index, end),
			download: async (file) =>
				await retriedFile(
					async () => await http.download(file),
					{ ...limits, maxWaitMs: longestWait(limits.maxWaitMs) },
					time,
				),
			credential: async () => (await http.connect()).fields,
			baseUrl: async () => (await http.connect()).baseUrl,
			execution,
			run,
			index,
			idempotencyKey: digestOf(keysInLineage(ports, item)[0]),
			notes: memory,
			itemNotes: notesOf(item.keys, memory),
			credentialName: http.account,
			account: async () => (await http.connect()).account,
			kept: ports.staticData,
			keys: ports.keys,
			warn: (text) => meter.warnings.add(text),
			time,
			vendorName: vendor.name,
			spelling: vendor.spelling,
			cancelled,
		};
	};
	const notDone = (index: number) => {
		intents.notDone(index);
		contacts.notMade(index);
	};
	return { run, time, api, notDone, records: createdRecords(ports), execution };
}

/** Performs the items, with the pauses between them that the user wants. */
export async function performAll(
	work: OperationRun,
	indexes: number[],
	performance: Performance,
	gate: AccountGate,
	spacing: Spacing = { items: Infinity, pauseMs: 0 },
): Promise<void> {
	const { run, time } = performance;
	for (let start = 0; start < indexes.length && !run.stopped; start += spacing.items) {
		if (start > 0) await sleepUntil(time.now() + spacing.pauseMs, () => run.stopped || gate.isClosed, time);
		await perform(work, indexes.slice(start, start + spacing.items), performance);
	}
}

/** What cannot be finished was performed all the same. */
export async function finish(work: OperationRun, performance: Performance): Promise<void> {
	try {
		await work.finish?.(performance);
	} catch (thrown) {
		const { run } = performance;
		for (const [index, { rows }] of [...run.settled]) if (rows) run.settle(index, { failure: sendingFailure(thrown) });
	}
}

/** Whatever an operation throws beside its items' outcomes, it may have sent something. */
async function perform(work: OperationRun, indexes: number[], performance: Performance): Promise<void> {
	try {
		await work.perform(indexes, performance);
	} catch (thrown) {
		const { run } = performance;
		for (const index of indexes) if (!run.settled.has(index)) run.settle(index, { failure: sendingFailure(thrown) });
	}
}
