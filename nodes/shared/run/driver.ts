import { inputFailure, invalidInput, isHeldBackByVendor, isOfEarlierTry, isWithoutEffect, ItemFailure, mayHaveHappened, sendingFailure, type Failure } from '../contract/failure';
import type { ApiClient, Identity, ItemParameters, MadeRecords, Operation, OperationRun, Performance } from '../contract/operation';
import type { Memory, Notes } from '../contract/memory';
import type { Contact } from '../contract/contact';
import type { Outcome } from '../contract/outcome';
import { sleepUntil } from '../contract/time';
import type { Vendor } from '../contract/vendor';
import { leftInDoubt } from '../http/sendFailure';
import { shown } from '../values/shown';
import { sender } from '../http/sender';
import type { AnnouncedQuota } from '../limits/waits';
import { oneThroughOption, readContactRules, type ContactRules } from '../contacts/fields';
import { hoursWarnings } from '../contacts/hours';
import { Places } from '../contacts/places';
import { AccountGate } from './accountGate';
import { advised } from './advice';
import { Contacts } from './contacts';
import { Intents } from './intents';
import { digestOf, ItemKeys, type ItemKey } from './itemKeys';
import { ItemWarnings } from './itemWarnings';
import { keyWarningOf } from './keyWarning';
import { RunMeter } from './meter';
import { readNodeOptions, type NodeOptions, type Spacing } from './nodeOptions';
import type { Ports } from './ports';
import { RunState } from './runState';
import { Yielding } from './yielding';

/** How n8n wants the run to be. */
export interface RunSettings {
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	/** The node is the tool of an AI agent, which may do the same again on purpose. */
	isTool: boolean;
	/** Another workflow has called this one. */
	isSubWorkflow: boolean;
}

/** An item that is fit to be performed. */
interface FitItem {
	/** See `ItemKeys`. */
	keys: ItemKey[];
	options: NodeOptions;
	/** It calls, writes to or adds a person. */
	reachesPerson: boolean;
	/** See `Advice`. */
	warnings: string[];
	/** See `Identity`, with what the user wants for it. */
	contact?: { contact: Contact; rules: ContactRules };
	/** What the user is to know of it beside its result. */
	notices: string[];
}

/** The items of a run, and what left for them. */
interface Items {
	fit: ReadonlyMap<number, FitItem>;
	intents: Intents;
	contacts: Contacts;
}

/** A run that is over. Items without an outcome were not sent. */
export interface FinishedRun {
	outcomes: ReadonlyMap<number, Outcome>;
	total: number;
	/** Items whose rows are to tell how many requests are left. */
	includeQuota: ReadonlySet<number>;
	/** What the vendor last said about the requests that are left; asked for by `includeQuota` only. */
	quota: AnnouncedQuota | undefined;
	meter: RunMeter;
	/** See `ParametersPort`. */
	unusedColumns: string[];
	/** Items that an earlier try had performed. */
	recalled: ReadonlySet<number>;
	/** Items that were passed over, as their row is blank. */
	blank: ReadonlySet<number>;
	/** Calls and texts that went out early or late for the person. */
	unusualContacts: number;
	/** A request left that must not leave twice. */
	hasSentOnce: boolean;
	/** There are more of them than n8n will remember after a crash, or nearly so. */
	fillsStore: boolean;
	settings: RunSettings;
}

/**
 * Takes all items of a run through an operation: reads and checks every item, takes what an earlier try achieved from
 * memory, performs the rest. When On Error is Stop, nothing is sent unless all items are fit.
 */
export async function drive(operation: Operation, vendor: Vendor, ports: Ports, settings: RunSettings): Promise<FinishedRun> {
	const fit = new Map<number, FitItem>();
	const intents = new Intents(ports, {
		vendorName: vendor.name,
		of: (index) => keysInLineage(ports, fit.get(index)),
		ofTry: (index) => keysOfTry(ports, fit.get(index)),
		doneBy: (index) => keyWhenDone(ports, fit.get(index)),
	});
	const contacts = new Contacts(ports.contactKeys, ports.time, (index) => contactOf(ports, fit.get(index)));
	const run = runOf(operation, ports, settings, { fit, intents, contacts });
	const meter = new RunMeter(ports.time);
	const gate = new AccountGate(vendor.name, ports.time, () => run.stopped);
	const work = operation.begin(ports.memory.tellings);

	const blank = await readAll(operation, work, ports, run, fit, settings);
	const keyWarning = [...fit.values()].some(({ reachesPerson }) => reachesPerson) ? await keyWarningOf(vendor, ports) : '';
	for (const text of warningsIn(fit, keyWarning, ports.parameters.count, settings)) meter.warnings.add(text);
	for (const label of ports.parameters.unfiltered) meter.warnings.add(`The filter "${label}" was empty, so it did not narrow the list.`);
	for (const label of ports.parameters.leftOut) meter.warnings.add(`"${label}" had null or an empty text in it, which was not sent.`);
	const allKeys = [...fit.values()].flatMap((item) => keysInLineage(ports, item));
	const recalled = await ports.exclusively(allKeys, async () => {
		const found = recallAll(ports, run, fit, settings);
		const isLeft = (index: number) => !run.settled.has(index);
		const performance = performanceOf(vendor, ports, run, { fit, intents, contacts, meter, gate });
		try {
			for (const [index, failure] of await contacts.heldBack([...fit.keys()].filter(isLeft))) run.settle(index, { failure });
			await performAll(work, [...fit.keys()].filter(isLeft), performance, gate, operation.isWhole ? undefined : ports.spacing);
			if (!run.stopped && !run.willThrow) await finish(work, performance);
		} finally {
			await Promise.all([intents.flush(), contacts.flush()]);
			ports.memory.keepKeyCount(intents.keyCount);
		}
		return found;
	});

	const total = ports.parameters.count;
	// A model that has mistaken a name must be able to correct it.
	if (settings.isTool && cameToNothing(run, total)) ports.memory.untell();
	if (!mayRunAgain(run, total) && !ports.isCancelled()) forget(ports.memory, settings);
	if (ports.keys === undefined && [...fit.values()].some(({ contact }) => contact?.rules.limit)) meter.warnings.add(NO_MEMORY);
	const includeQuota = new Set([...fit].filter(([, { options }]) => options.includeQuota).map(([index]) => index));
	const quota = includeQuota.size > 0 ? await announcedQuota(ports) : undefined;
	const { unusedColumns } = ports.parameters;
	return { outcomes: run.settled, total, includeQuota, quota, meter, unusedColumns: unusedColumns((index) => fit.has(index)), recalled, unusualContacts: contacts.unusualCount, hasSentOnce: intents.hasDeclaredAny, fillsStore: fillsStore(ports), blank, settings };
}

/** The run, which words failures for the user and remembers what a further try must not repeat. */
const runOf = ({ advice }: Operation, { isCancelled, memory }: Ports, settings: RunSettings, { fit, intents, contacts }: Items): RunState =>
	new RunState({
		stopOnFailure: settings.stopOnFailure,
		isCancelled,
		worded: (failure, index) => advised(doubted(failure, notesOf(fit.get(index)?.keys ?? [], memory)), advice),
		notice: (index) => fit.get(index)?.notices.join(' '),
		keep(index, outcome, before) {
			// A row may stand for what has failed, such as in an execution that goes on to wait.
			if (outcome.rows && !before?.failure) intents.done(index);
			else if (outcome.failure && isWithoutEffect(outcome.failure)) {
				intents.undone(index);
				contacts.notMade(index);
			}
			if (!isWorthKeeping(outcome, settings, intents.hasDeclared(index))) return;
			if (outcome.failure?.kind !== 'heldBack' && (intents.hasDeclared(index) || (outcome.failure && isOfEarlierTry(outcome.failure)))) {
				for (const { scope, digest } of fit.get(index)?.keys ?? []) if (scope !== 'run') memory.keepReached(digest);
			}
			for (const { digest } of fit.get(index)?.keys ?? []) memory.keepOutcome(digest, outcome);
		},
	});

/** Share of the store at which to warn. */
const FILLED = 0.8;

/** The store will soon forget the first items of the execution. */
const fillsStore = ({ keyLog, memory }: Ports): boolean => keyLog !== undefined && memory.keyCount > FILLED * keyLog.capacity;

const NO_MEMORY = '"Contact Limit" counts only while n8n runs: run in this way, a node has no memory that outlives it.';

const IN_DOUBT = 'in doubt';

/** What one try leaves in doubt, and may be done twice, the refusal of a further one leaves there. */
function doubted(failure: Failure, { note, keepNote }: Notes): Failure {
	if (failure.mayBeDone) keepNote(IN_DOUBT, true);
	else if (isWithoutEffect(failure) && note(IN_DOUBT) === true) return leftInDoubt(new ItemFailure(failure)).failure;
	return failure;
}

/** Settles the items that an earlier try has performed. @returns which */
function recallAll({ memory }: Ports, run: RunState, fit: ReadonlyMap<number, FitItem>, { isTool }: RunSettings): Set<number> {
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

/** For the model of an AI agent, which is to know that nothing happened this time. */
const notedAsEqual = (outcome: Outcome): Outcome =>
	outcome.rows
		? { rows: outcome.rows.map((row) => ({ ...row, json: { ...row.json, note: 'Not done again: an equal call of this execution had done it' } })) }
		: outcome;

/** See `Contacts`. */
const contactOf = (ports: Ports, item: FitItem | undefined) =>
	item?.contact && { ...item.contact, key: keyWhenDone(ports, item), effect: item.keys[0]?.digest.split('.')[0] ?? '' };

/** See `IntentKeys`. */
function keyWhenDone({ lineages }: Ports, item: FitItem | undefined): string {
	const keys = item?.keys ?? [];
	const { scope, digest } = keys.find((key) => key.scope !== 'run') ?? keys[0] ?? { scope: 'run', digest: '' };
	return [lineages[scope], digest].join(' ');
}

/** What an item is known by in all tries of the execution. */
const keysInLineage = ({ lineages }: Ports, item: FitItem | undefined): string[] =>
	(item?.keys ?? []).map(({ scope, digest }) => [lineages[scope], digest].join(' '));

/** See `IntentKeys`. */
const keysOfTry = (ports: Ports, item: FitItem | undefined): string[] =>
	item?.options.sendAgain ? keysInLineage(ports, item).map((key) => `${key} ${ports.executionId}`) : [];

/** All was done, and nothing is left to go on with. What a tool did stays: an agent that asks for the same once more gets it told. */
const forget = (memory: Memory, { isTool }: RunSettings): void => (isTool ? memory.forgetNotes() : memory.forget());

const cameToNothing = ({ settled }: RunState, total: number): boolean =>
	Array.from({ length: total }, (_, index) => settled.get(index)).every((outcome) => !outcome?.rows && (!outcome?.failure || isWithoutEffect(outcome.failure)));

/** What n8n takes for an error in a row; an empty text is one. */
const isError = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

/** n8n's Retry On Fail also runs a node again whose first row has a member `error` (workflow-execute.js, checkFailure). */
const mayRunAgain = ({ settled }: RunState, total: number): boolean => {
	const outcomes = Array.from({ length: total }, (_, index) => settled.get(index));
	const first = outcomes.flatMap((outcome) => outcome?.rows?.slice(0, 1) ?? [])[0];
	return outcomes.some((outcome) => outcome?.rows === undefined && outcome?.failure?.kind !== 'heldBack') || isError(first?.json.error);
};

/** Without a credential there was no request, and nothing was announced. */
async function announcedQuota({ http, limiters }: Ports): Promise<AnnouncedQuota | undefined> {
	return await http.connect().then(
		(connection) => limiters.announcedQuota(connection.account),
		() => undefined,
	);
}

/** An agent may read twice; what happened, or may have, must not happen again, nor be asked again of a vendor who refuses a person. */
const isWorthKeeping = ({ failure }: Outcome, { isTool }: RunSettings, hasDeclared: boolean): boolean =>
	failure ? mayHaveHappened(failure) || isHeldBackByVendor(failure) : !isTool || hasDeclared;

/** What is told of the run. A model reads the items alone, so there it is noted on them. */
function warningsIn(fit: ReadonlyMap<number, FitItem>, keyWarning: string, total: number, { isTool }: RunSettings): string[] {
	const texts = new ItemWarnings();
	for (const [index, { warnings, notices, reachesPerson }] of fit) {
		for (const text of warnings) texts.add(text, index);
		if (isTool) notices.unshift(...warnings, ...(reachesPerson && keyWarning !== '' ? [keyWarning] : []));
	}
	return [texts.inWords(total), keyWarning].filter((text) => text !== '');
}

/**
 * Reads every item once. What is wrong with an item's data is the item's own outcome; where it has none, as in the blank rows below
 * the data of a spreadsheet, it is passed over, unless something beside its row tells what to do.
 * @returns the items that were passed over
 */
async function readAll({ advice }: Operation, work: OperationRun, ports: Ports, run: RunState, fit: Map<number, FitItem>, { isTool }: RunSettings): Promise<Set<number>> {
	const { parameters, memory, time, isCancelled } = ports;
	const blank = new Set<number>();
	const places = new Places();
	const itemKeys = new ItemKeys(memory, isTool);
	const yielding = new Yielding(time);
	for (let index = 0; index < parameters.count && !isCancelled(); index++) {
		if (parameters.dependsOnRow && parameters.isBlank(index)) {
			blank.add(index);
			continue;
		}
		try {
			const item = parameters.of(index);
			item.check();
			const options = readNodeOptions(item);
			const identity = work.read(item);
			const reachesPerson = identity.isContact === true || identity.contact !== undefined;
			const reached = readContact(item, identity, places);
			const warnings = [...(advice.warnings?.(item) ?? []), ...(reached.contact ? hoursWarnings(reached.contact.contact, reached.contact.rules.hours) : [])];
			fit.set(index, { keys: itemKeys.next(identity, parameters.origin(index)), options, reachesPerson, warnings, ...reached });
		} catch (thrown) {
			if (parameters.isBlank(index)) blank.add(index);
			else run.settle(index, { failure: inputFailure(thrown) });
		}
		await yielding.pause();
	}
	for (const index of blank) run.recall(index, { rows: [] });
	return blank;
}

/** @throws ItemFailure for a person whom an earlier item brings elsewhere, where the user wants that refused */
function readContact(item: ItemParameters, { contact }: Identity, places: Places): Pick<FitItem, 'contact' | 'notices'> {
	if (!contact) return { notices: [] };
	const rules = readContactRules(item);
	const earlier = places.earlier(contact, item.index);
	if (!earlier) return { contact: { contact, rules }, notices: [] };
	const notice = `Item ${earlier.index} brings ${shown(contact.person)} to ${shown(earlier.through)} as well.`;
	if (rules.oneThrough) {
		throw invalidInput(notice.replace(/\.$/, ''), `Leave one of the two items out, or switch off "${oneThroughOption.displayName}".`);
	}
	return { contact: { contact, rules }, notices: [notice] };
}

/** A note is kept under all keys of an item, as any of them may be the one that is found again. */
const notesOf = (keys: ItemKey[], { note, keepNote }: Notes): Notes => ({
	note: (name) => keys.map(({ digest }) => note(`${name} ${digest}`)).find((found) => found !== undefined),
	keepNote(name, kept) {
		for (const { digest } of keys) keepNote(`${name} ${digest}`, kept);
	},
});

/** A wrong one would be another person's: more signs than for whom the node has reached. */
const recordKey = (record: unknown): string => digestOf(['record', record]).slice(0, 16);

const rowKey = (row: unknown): string => digestOf(row).slice(0, 8);

const madeRecords = ({ memory: { made, keepMade }, lineages }: Ports): MadeRecords => ({
	earlier(record, row) {
		const found = made(recordKey([lineages.execution, record]));
		return found && { ...found, isEqual: found.row === rowKey(row) };
	},
	keep(record, row, item) {
		keepMade(recordKey([lineages.execution, record]), { ...item, row: rowKey(row) });
	},
});

function performanceOf(
	vendor: Vendor,
	ports: Ports,
	run: RunState,
	{ fit, intents, contacts, meter, gate }: Items & { meter: RunMeter; gate: AccountGate },
): Performance {
	const { http, memory, time, execution } = ports;
	const cancelled = () => run.stopped;
	const api = (index: number, together: readonly number[] = [index]): ApiClient => {
		const item = fit.get(index);
		if (!item) throw new Error(`Item ${index} was not read`);
		const limits = { ...item.options, cancelled: () => run.stopped || gate.isClosed, run, urgent: false, accountRefused: (failure: Failure) => gate.close(failure, together) };
		const send = sender(vendor, ports, limits, meter, { ...intents.trailOf(together), contact: () => contacts.gateOf(together) });
		return {
			send: async (apiRequest, own) => await gate.pass(together, apiRequest.request.method === 'GET', async () => await send(apiRequest, own)),
			download: http.download,
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
			cancelled,
		};
	};
	const notDone = (index: number) => {
		intents.notDone(index);
		contacts.notMade(index);
	};
	return { run, time, api, notDone, records: madeRecords(ports), execution };
}

/** Performs the items, with the pauses between them that the user wants. */
async function performAll(
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
async function finish(work: OperationRun, performance: Performance): Promise<void> {
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
