import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/contract/failure';
import { isAboutRows } from '../../shared/batching/isolate';
import type { ApiClient } from '../../shared/contract/operation';
import { valueAt, isRecord } from '../../shared/values/json';
import { numberFrom } from '../../shared/values/text';
import { recordLocks } from '../update/recordLocks';
import { idFrom, idsFrom } from '../values/values';
import { hasOptedOut } from '../update/optOuts';
import type { UpdatePolicy } from '../input/change';
import { createBody, lockOf, writeRecord, type Updated } from '../update/updateRecord';
import type { Kind } from './entry';
import type { LeadRecord } from './lead';
import type { LeadMemory } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** A record of a lead, as it is at Kayse now. */
interface TakenIn extends IDataObject {
	id: number;
	outcome: 'created' | 'updated' | 'unchanged';
	/** Kayse shows that a person of the record has opted out of calls. */
	optedOut?: true;
	/** See `checkClaim`. */
	notice?: string;
}

const isGone = (error: unknown): boolean =>
	error instanceof ItemFailure && error.failure.kind === 'refused' && error.failure.status === 404;

const isRefusedForItsData = (error: unknown): boolean => error instanceof ItemFailure && isAboutRows(error.failure);

/** An earlier execution perhaps created the record, and there is no way to find out. */
const inDoubt = ({ kind }: LeadRecord, since: string | undefined) =>
	new ItemFailure({
		kind: 'unknown',
		message: `It is unknown whether Kayse created this ${kind.singular}, since ${since}`,
		description: `Find the ${kind.singular} in Kayse, and run this item alone with its ID under Additional Fields. If Kayse does not have it, turn on Create Again under Additional Fields for this item.`,
	});

/**
 * ID of a new record, from the body or its `data`.
 * @throws ItemFailure if the answer has no ID, although the record was created
 */
export function newIdIn(body: unknown, what: string): number {
	const id = numberFrom(valueAt(body, 'id') ?? valueAt(body, 'data', 'id'));
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw new ItemFailure({
		kind: 'unknown',
		message: `Kayse answered without the ID of the new ${what}`,
		description: `Kayse probably created it. Check in Kayse before you run the item again.`,
	});
}

const begunBefore = ({ kind }: LeadRecord) =>
	new ItemFailure({
		kind: 'unknown',
		message: `Whether Kayse has this ${kind.singular} is unknown: an earlier execution tried to create it, and its memory is gone`,
		description: `n8n remembers nothing of a manual, stopped or killed execution. Find the ${kind.singular} in Kayse, and run this item with its ID. If Kayse does not have it, turn on Create Again under Additional Fields for this item.`,
	});

/** How the records of a kind are taken in. */
interface Taking {
	api: ApiClient;
	memory: LeadMemory;
	/** Name of the kind in the memory. */
	remembered: Kind;
	policy: UpdatePolicy;
	createAgain: boolean;
}

/** Opt-outs from calls in answers about a record. */
const optOutIn = (...answers: unknown[]): Pick<TakenIn, 'optedOut'> =>
	answers.some((answer) => isRecord(answer) && hasOptedOut(answer, 'call')) ? { optedOut: true } : {};

/** @param gone ID of the earlier record, which was deleted at Kayse */
async function created(
	record: LeadRecord,
	links: Record<string, unknown>,
	{ api, memory, remembered, createAgain }: Taking,
	gone?: number,
): Promise<TakenIn> {
	const { kind, change, source } = record;
	const isExpected = createAgain || gone !== undefined;
	if ((await memory.begin(remembered, source)) && !isExpected) throw begunBefore(record);
	const body = { ...createBody(change), ...links };
	// A deleted record is replaced only once: a table may not have stored the ID of the new one yet.
	const inPlace = gone === undefined ? undefined : `${source} in place of ${gone}`;
	if (inPlace !== undefined && (await memory.begin(remembered, inPlace)) && !createAgain) throw begunBefore(record);
	const made = await memory.make(remembered, { key: source, begun: inPlace }, async () => {
		// A replaced record has a key already, so only its intent protects it in the next try of this execution.
		const isWrittenDown = memory.isWrittenDown && !isExpected;
		const { body: answer } = await api.send({
			request: { method: 'POST', path: kind.path, query: {}, body },
			isWrittenDown,
		});
		return { id: newIdIn(answer, kind.singular), ...optOutIn(answer, valueAt(answer, 'data')) };
	});
	memory.set(remembered, source, { id: made.id });
	return { ...made, outcome: 'created' };
}

/**
 * Updates the record with this source, or creates it.
 * @param links links of a new record to others
 */
async function takeInRecord(record: LeadRecord, links: Record<string, unknown>, taking: Taking): Promise<TakenIn> {
	const { api, memory, remembered, policy, createAgain } = taking;
	const { kind, change, source } = record;
	const known = memory.get(remembered, source);
	const isGiven = record.id !== undefined;
	const isInDoubt = !isGiven && known?.unknownSince !== undefined;
	if (isInDoubt && (!createAgain || memory.isOfRun(remembered, source))) throw inDoubt(record, known.unknownSince);
	const id = record.id ?? known?.id;
	if (id === undefined) return await created(record, links, taking);
	// The remembered ID may belong to another record, for example after a database was restored.
	const updated = await writeRecord(kind, id, { ...change, isIdDoubtful: !isGiven }, policy, api).catch(
		(error: unknown) => {
			// The record was deleted at Kayse, and the lead came again.
			if (!isGiven && isGone(error)) return undefined;
			throw error;
		},
	);
	if (!updated) return await created(record, links, taking, id);
	const { unknownSince: _settled, ...rest } = known ?? {};
	memory.set(remembered, source, { ...rest, id });
	return takenIn(id, updated);
}

/** The opt-out counts if one of the answers shows it: a person may have opted out between them. */
const takenIn = (id: number, { shown, written, isUnchanged, notice }: Updated): TakenIn => ({
	id,
	outcome: isUnchanged ? 'unchanged' : 'updated',
	...optOutIn(shown, written),
	...(notice !== undefined && { notice }),
});

/** A new client is created with its link to a known case; without the link if Kayse refuses it because the case was deleted. */
async function takeInClient(
	{ lead, api }: Progress,
	caseId: number | undefined,
	memory: LeadMemory,
): Promise<{ taken: TakenIn; bringsLink: boolean }> {
	const taking: Taking = { ...lead, api, memory, remembered: 'clients' };
	const take = async (links: Record<string, unknown>) => await takeInRecord(lead.client, links, taking);
	if (caseId === undefined) return { taken: await take({}), bringsLink: false };
	return await take({ case_ids: [caseId] }).then(
		(taken) => ({ taken, bringsLink: taken.outcome === 'created' }),
		async (error: unknown) => {
			if (!isRefusedForItsData(error)) throw error;
			return { taken: await take({}), bringsLink: false };
		},
	);
}

/** Takes in client and case of a lead, and links them. Leads with the same source wait for each other. */
export async function takeInRecords(progress: Progress, memory: LeadMemory): Promise<void> {
	const { lead, steps, api } = progress;
	const takeIn = async () => {
		const caseId = lead.case.id ?? memory.get('cases', lead.case.source)?.id;
		const known = await takeInClient(progress, caseId, memory).catch((error: unknown) => {
			progress.failure = endedAt('client', error, progress);
		});
		if (!known) return;
		steps.client = known.taken;
		const { id } = known.taken;
		const lock = await lockOf(api, `lead case ${lead.case.source}`);
		await recordLocks.runExclusive([lock], async () => await takeInCase(progress, id, known.bringsLink, memory), api);
	};
	try {
		await recordLocks.runExclusive([await lockOf(api, `lead client ${lead.client.source}`)], takeIn, api);
	} catch (error) {
		// The run ended while it waited for another execution.
		progress.failure = endedAt(steps.client ? 'case' : 'client', error, progress);
	}
}

async function takeInCase(progress: Progress, clientId: number, isLinked: boolean, memory: LeadMemory): Promise<void> {
	const { lead, steps, api } = progress;
	// Kayse does not show links, so the links that this workflow has made are remembered with the case.
	const before = idsFrom(memory.get('cases', lead.case.source)?.clientIds ?? [], 'linked clients');
	try {
		const taken = await takeInRecord(
			lead.case,
			{ client_ids: [clientId] },
			{ ...lead, api, memory, remembered: 'cases' },
		);
		const isNew = taken.outcome === 'created';
		steps.case = taken;
		steps.link = linkOf(isNew || isLinked, before.includes(clientId));
		if (steps.link.outcome === 'unknown') return;
		const linked = isNew ? [clientId] : [...before, clientId];
		memory.set('cases', lead.case.source, { id: idFrom(taken.id, 'Case ID'), clientIds: [...new Set(linked)] });
	} catch (error) {
		progress.failure = endedAt('case', error, progress);
	}
}

/**
 * The item's data about the link. A new record is created with its link; for two existing records, Kayse does not say
 * whether the link is new.
 */
function linkOf(isNew: boolean, wasMade: boolean): IDataObject {
	if (isNew) return { outcome: 'created' };
	if (wasMade) return { outcome: 'leftAlone', note: 'An earlier execution made the link.' };
	return {
		outcome: 'unknown',
		note: 'Both existed before. Kayse does not show their links, and setting this one would remove all others, so the node did not set it.',
	};
}
