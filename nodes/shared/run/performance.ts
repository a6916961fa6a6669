import { sendingFailure, type Failure } from '../contract/failure';
import type { Trail } from '../contract/intent';
import type { ApiClient, Execution, OperationRun, Performance } from '../contract/operation';
import type { Notes } from '../contract/memory';
import { sleepUntil } from '../contract/time';
import { outcomeOf } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import { isReading } from '../http/readOnly';
import { retriedFile } from '../http/retriedFile';
import { sender } from '../http/sender';
import type { AccountGate } from './accountGate';
import type { Contacts } from './contacts';
import type { DryRun } from './dryRun';
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

/** The items of a run, and the requests that left for them. */
export interface Items {
	fit: ReadonlyMap<number, ValidItem>;
	intents: Intents;
	contacts: Contacts;
	/** The guards of a model's call; the last one is asked first. */
	guards: readonly Guard[];
	dryRun: DryRun;
}

/** For a run that leaves nothing behind. */
const readOnlyNotes = (notes: Notes): Notes => ({ note: (name) => notes.note(name), keepNote() {} });

/** Rows for an execution that is put to wait have the same form as without the wait. */
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

/** The clients and notes with which an operation performs the items of a run. */
export function performanceOf(
	vendor: Vendor,
	ports: Ports,
	run: RunState,
	{
		fit,
		intents,
		contacts,
		guards,
		dryRun,
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
				if (dryRun.isOn && !changesNothing) return await dryRun.plan(apiRequest, together);
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
			notes: dryRun.isOn ? readOnlyNotes(memory) : memory,
			itemNotes: dryRun.isOn ? readOnlyNotes(notesOf(item.keys, memory)) : notesOf(item.keys, memory),
			credentialName: http.account,
			account: async () => (await http.connect()).account,
			kept: ports.staticData,
			keys: dryRun.isOn ? undefined : ports.keys,
			warn: (text) => meter.warnings.add(text),
			time,
			vendorName: vendor.name,
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

/** The items were performed, even if the last step fails. */
export async function finish(work: OperationRun, performance: Performance): Promise<void> {
	try {
		await work.finish?.(performance);
	} catch (thrown) {
		const { run } = performance;
		for (const [index, { rows }] of [...run.settled]) if (rows) run.settle(index, { failure: sendingFailure(thrown) });
	}
}

/** An operation that throws may have sent something. */
async function perform(work: OperationRun, indexes: number[], performance: Performance): Promise<void> {
	try {
		await work.perform(indexes, performance);
	} catch (thrown) {
		const { run } = performance;
		for (const index of indexes) if (!run.settled.has(index)) run.settle(index, { failure: sendingFailure(thrown) });
	}
}
