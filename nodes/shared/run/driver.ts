import { contactLimitOption } from '../contacts/fields';
import {
	isHeldBackByVendor,
	isOfEarlierTry,
	isWithoutEffect,
	ItemFailure,
	mayHaveHappened,
	type Failure,
} from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Memory, Notes } from '../contract/memory';
import type { Outcome, OutputRow } from '../contract/outcome';
import type { Vendor } from '../contract/vendor';
import { leftInDoubt } from '../http/sendFailure';
import type { AnnouncedQuota } from '../limits/waits';
import { AccountGate } from './accountGate';
import { advised } from './advice';
import { Contacts } from './contacts';
import { DailyLimit } from './dailyLimit';
import { DryRun } from './dryRun';
import { readAll, warningsIn, type ValidItem } from './validItem';
import { Intents } from './intents';
import { contactOf, keysInLineage, keysOfTry, keyWhenDone, notesOf } from './itemsInLineage';
import { keyWarningOf } from './keyWarning';
import { RunMeter } from './meter';
import { finish, performAll, performanceOf, type Items } from './performance';
import { leftUnderWay, outOfTime } from './callerTimeout';
import { AT_MOST_LABEL } from './nodeOptions';
import type { Ports } from './ports';
import type { RunSettings } from './runSettings';
import { RunState } from './runState';
import { repeatedCallsOf } from './repeatedCallsOf';
import { ShownItems } from './shownItems';

/** The result of a run. Items without an outcome were not sent. */
export interface FinishedRun {
	outcomes: ReadonlyMap<number, Outcome>;
	total: number;
	/** Items whose rows show how many requests are left. */
	includeQuota: ReadonlySet<number>;
	/** The vendor's last count of the requests that are left; only `includeQuota` needs it. */
	quota: AnnouncedQuota | undefined;
	meter: RunMeter;
	/** See `ParametersPort`. */
	unusedColumns: string[];
	/** Items that an earlier try had performed. */
	recalled: ReadonlySet<number>;
	/** Items that were skipped because their row is blank. */
	blank: ReadonlySet<number>;
	/** Calls and texts that went out early or late in the person's day. */
	unusualContacts: number;
	/** A request left that must not be sent twice. */
	hasSentOnce: boolean;
	/** The first item calls, writes to or adds a person. */
	reachesPerson: boolean;
	/** There are more items than n8n can remember after a crash, or almost. */
	fillsStore: boolean;
	settings: RunSettings;
	/** Absent where requests left. */
	dryRun?: Pick<DryRun, 'summary'>;
	/** The output of an item, with failures as data; none for an item that was not sent. */
	rowsOf(index: number): OutputRow[];
}

/**
 * Takes all items of a run through an operation: reads and checks every item, takes results of earlier tries from
 * memory, performs the rest. With On Error = Stop, nothing is sent unless all items are valid.
 */
export async function drive(
	operation: Operation,
	vendor: Vendor,
	ports: Ports,
	settings: RunSettings,
): Promise<FinishedRun> {
	const fit = new Map<number, ValidItem>();
	const intents = new Intents(ports, {
		vendorName: vendor.name,
		of: (index) => keysInLineage(ports, fit.get(index)),
		ofTry: (index) => keysOfTry(ports, fit.get(index)),
		doneBy: (index) => keyWhenDone(ports, fit.get(index)),
	});
	const contacts = new Contacts(ports.contactKeys, ports.time, (index) => contactOf(ports, fit.get(index)));
	const sameAgain = repeatedCallsOf(ports, vendor, (index) => fit.get(index));
	const dailyLimit = new DailyLimit(ports.contactKeys, ports.time, (index) => fit.get(index)?.options.atMostPerDay);
	const guards = sameAgain ? [dailyLimit, sameAgain] : [];
	const meter = new RunMeter(ports.time);
	const dryRun = new DryRun({
		vendor,
		advice: operation.advice,
		http: ports.http,
		heldBack: async (items) => await contacts.heldBack(items, true),
		warn: (text) => meter.warnings.add(text),
	});
	const run = runOf(operation, ports, settings, { fit, intents, contacts, guards, dryRun });
	const shown = shownItems(ports, settings, fit);
	const gate = new AccountGate(vendor.name, ports.time, () => run.stopped);
	const work = operation.begin(ports.memory.statements);

	const blank = await readAll(operation, work, ports, run, fit, settings);
	dryRun.isOn = [...fit.values()].some(({ options }) => options.dryRun);
	const keyWarning = [...fit.values()].some(({ reachesPerson }) => reachesPerson)
		? await keyWarningOf(vendor, ports)
		: '';
	for (const text of warningsIn(fit, keyWarning, ports.parameters.count, settings)) meter.warnings.add(text);
	for (const label of ports.parameters.unfiltered)
		meter.warnings.add(`The filter "${label}" was empty, so it did not narrow the list.`);
	for (const label of ports.parameters.leftOut)
		meter.warnings.add(`"${label}" had null or an empty text in it; that was not sent.`);
	const allKeys = [...fit.values()].flatMap((item) => keysInLineage(ports, item));
	const recalled = await ports.exclusively(allKeys, async () => {
		const found = recallAll(ports, run, fit, settings);
		const isLeft = (index: number) => !run.settled.has(index);
		for (const index of [...fit.keys()].filter(isLeft)) {
			const outcome = dryRun.isOn ? undefined : await sameAgain?.recalled(index);
			if (outcome) run.recall(index, outcome);
			if (outcome) found.add(index);
		}
		const performance = performanceOf(vendor, ports, run, {
			fit,
			intents,
			contacts,
			guards,
			dryRun,
			meter,
			gate,
			shown,
		});
		try {
			for (const [index, failure] of await contacts.heldBack([...fit.keys()].filter(isLeft)))
				run.settle(index, { failure });
			const performed = performAll(
				work,
				[...fit.keys()].filter(isLeft),
				performance,
				gate,
				operation.isWhole ? undefined : ports.spacing,
			);
			if (!(await ports.patience.hasEnded(performed))) {
				const failure = meter.hasWritten ? leftUnderWay(vendor.name) : outOfTime;
				for (const index of [...fit.keys()].filter(isLeft)) run.settle(index, { failure });
			}
			for (const index of sameAgain?.held ?? []) {
				// It has ended by now.
				const outcome = await sameAgain?.recalled(index);
				if (!outcome?.rows) continue;
				run.recall(index, outcome);
				found.add(index);
			}
			if (!dryRun.isOn && !run.stopped && !run.willThrow) await finish(work, performance);
		} finally {
			const flushed = Promise.all([
				intents.flush(),
				contacts.flush(),
				...guards.map(async (guard) => await guard.flush()),
			]);
			// n8n's database may not respond. The answer must not wait for the keys that are still unwritten.
			await ports.patience.hasEnded(flushed.then(() => {}));
			ports.memory.keepKeyCount(intents.keyCount);
		}
		return found;
	});

	const total = ports.parameters.count;
	// A model that used a wrong name must be able to correct it. A dry run leaves nothing behind.
	if (dryRun.isOn || (settings.isTool && hadNoEffect(run, total))) ports.memory.withdrawStatements();
	if (!dryRun.isOn && !mayRunAgain(run, total) && !ports.isCancelled()) forget(ports.memory, settings);
	if (ports.keys === undefined) for (const label of limitsOn(fit)) meter.warnings.add(withoutMemory(label));
	const includeQuota = new Set([...fit].filter(([, { options }]) => options.includeQuota).map(([index]) => index));
	const quota = includeQuota.size > 0 ? await announcedQuota(ports) : undefined;
	const { unusedColumns } = ports.parameters;
	return {
		outcomes: run.settled,
		total,
		includeQuota,
		quota,
		meter,
		unusedColumns: unusedColumns((index) => fit.has(index)),
		recalled,
		unusualContacts: contacts.unusualCount,
		hasSentOnce: intents.hasDeclaredAny,
		reachesPerson: fit.get(0)?.reachesPerson === true,
		fillsStore: fillsStore(ports),
		blank,
		settings: { ...settings, stopOnFailure: run.stopOnFailure },
		...(dryRun.isOn && { dryRun }),
		rowsOf: shown.of(run.settled),
	};
}

const shownItems = (
	{ parameters }: Ports,
	{ isTool, includesInput, failuresApart }: RunSettings,
	fit: ReadonlyMap<number, ValidItem>,
): ShownItems =>
	new ShownItems({
		input: parameters.input,
		isIncluded: (index) => !isTool && (fit.get(index)?.options.includeInput ?? includesInput),
		timesIn: (index) => fit.get(index)?.timesIn,
		mayRead: (index, column) => parameters.mayRead(column, fit.has(index)),
		failuresApart,
	});

/** The state of the run. It words failures for the user, and remembers results that a further try must not repeat. */
const runOf = (
	{ advice }: Operation,
	{ isCancelled, memory, patience }: Ports,
	settings: RunSettings,
	{ fit, intents, contacts, guards, dryRun }: Items,
): RunState =>
	new RunState({
		// An item that is unfit is shown beside the others.
		stopOnFailure: () => settings.stopOnFailure && !dryRun.isOn,
		shown: (index, outcome) => (dryRun.isOn ? dryRun.shown(index, outcome) : outcome),
		isCancelled,
		worded(failure, index) {
			const told = failure.kind === 'skipped' && patience.isOver() ? outOfTime : failure;
			return advised(doubted(told, notesOf(fit.get(index)?.keys ?? [], memory)), advice);
		},
		notice: (index) => fit.get(index)?.notices.join(' '),
		keep(index, outcome, before) {
			if (dryRun.isOn) return;
			for (const guard of guards) guard.settled(index, outcome);
			// A failed item may still have a row, for example in an execution that goes on to wait.
			if (outcome.rows && !before?.failure) intents.done(index);
			else if (outcome.failure && isWithoutEffect(outcome.failure)) {
				intents.undone(index);
				contacts.notMade(index);
			}
			if (!isWorthKeeping(outcome, settings, intents.hasDeclared(index))) return;
			if (
				outcome.failure?.kind !== 'heldBack' &&
				(intents.hasDeclared(index) || (outcome.failure && isOfEarlierTry(outcome.failure)))
			) {
				for (const { scope, digest } of fit.get(index)?.keys ?? []) if (scope !== 'run') memory.keepReached(digest);
			}
			for (const { digest } of fit.get(index)?.keys ?? []) memory.keepOutcome(digest, outcome);
		},
	});

/** From this share of the store on, the user gets a warning. */
const FILLED = 0.8;

/** True when the store will soon forget the first items of the execution. */
const fillsStore = ({ keyLog, memory }: Ports): boolean =>
	keyLog !== undefined && memory.keyCount > FILLED * keyLog.capacity;

/** Limits that count across executions. */
const limitsOn = (fit: ReadonlyMap<number, ValidItem>): Set<string> =>
	new Set(
		[...fit.values()].flatMap(({ contact, options }) => [
			...(contact?.rules.limit ? [contactLimitOption.displayName] : []),
			...(options.atMostPerDay ? [AT_MOST_LABEL] : []),
		]),
	);

const withoutMemory = (label: string): string =>
	`"${label}" counts only until n8n stops: in this way of running, a node has no lasting memory.`;

const IN_DOUBT = 'in doubt';

/**
 * An earlier try got no clear answer, and the request may be sent again. If the vendor refuses it now, the outcome of
 * the earlier try stays unknown.
 */
function doubted(failure: Failure, { note, keepNote }: Notes): Failure {
	if (failure.mayBeDone) keepNote(IN_DOUBT, true);
	else if (isWithoutEffect(failure) && note(IN_DOUBT) === true) return leftInDoubt(new ItemFailure(failure)).failure;
	return failure;
}

/**
 * Settles the items that an earlier try has performed.
 * @returns their indexes
 */
function recallAll(
	{ memory }: Ports,
	run: RunState,
	fit: ReadonlyMap<number, ValidItem>,
	{ isTool }: RunSettings,
): Set<number> {
	const recalled = new Set<number>();
	for (const [index, { keys, options }] of fit) {
		const earlier = keys.map(({ digest }) => memory.outcome(digest)).find((remembered) => remembered !== undefined);
		if (!earlier) continue;
		const { outcome, isOfThisExecution } = earlier;
		if (outcome.failure && options.sendAgain && !isOfThisExecution) continue;
		run.recall(index, isTool ? notedAsEqual(outcome) : outcome);
		recalled.add(index);
	}
	return recalled;
}

/** Tells the model of an AI agent that nothing happened in this call. */
const notedAsEqual = (outcome: Outcome): Outcome =>
	outcome.rows
		? {
				rows: outcome.rows.map((row) => ({
					...row,
					told: { ...row.told, note: 'Not done again: an equal call of this execution had done it' },
				})),
			}
		: outcome;

/**
 * Everything is done, so nothing is kept for a further try. Results of a tool are kept: an agent that asks for the same
 * again gets them.
 */
const forget = (memory: Memory, { isTool }: RunSettings): void => (isTool ? memory.forgetNotes() : memory.forget());

const hadNoEffect = ({ settled }: RunState, total: number): boolean =>
	Array.from({ length: total }, (_, index) => settled.get(index)).every(
		(outcome) => !outcome?.rows && (!outcome?.failure || isWithoutEffect(outcome.failure)),
	);

/** Whether n8n sees an error in this member of a row. It sees one in an empty text, too. */
const isError = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

/** n8n's Retry On Fail also runs a node again whose first row has a member `error` (workflow-execute.js, checkFailure). */
const mayRunAgain = ({ settled }: RunState, total: number): boolean => {
	const outcomes = Array.from({ length: total }, (_, index) => settled.get(index));
	const first = outcomes.flatMap((outcome) => outcome?.rows?.slice(0, 1) ?? [])[0];
	return (
		outcomes.some((outcome) => outcome?.rows === undefined && outcome?.failure?.kind !== 'heldBack') ||
		isError(first?.json.error)
	);
};

/** Without a credential there was no request, and nothing was announced. */
async function announcedQuota({ http, limiters }: Ports): Promise<AnnouncedQuota | undefined> {
	return await http.connect().then(
		(connection) => limiters.announcedQuota(connection.account),
		() => undefined,
	);
}

/**
 * An agent may read twice. A change that happened, or may have happened, must not happen again, and a vendor that
 * refuses a person must not be asked again.
 */
const isWorthKeeping = ({ failure }: Outcome, { isTool }: RunSettings, hasDeclared: boolean): boolean =>
	failure ? mayHaveHappened(failure) || isHeldBackByVendor(failure) : !isTool || hasDeclared;
