import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/contract/failure';
import { isAboutRows } from '../../shared/batching/isolate';
import type { ApiClient } from '../../shared/contract/operation';
import { at } from '../../shared/values/json';
import { recordLocks } from '../recordLocks';
import { idFrom, idsFrom } from '../values';
import { createBody, lockOf, updateRecord, type UpdatePolicy } from '../write';
import type { LeadRecord } from './lead';
import { Remembered } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** A record of a lead as it is at Kayse now. */
interface TakenIn extends IDataObject {
	id: number;
	outcome: 'created' | 'updated';
}

const isGone = (error: unknown): boolean =>
	error instanceof ItemFailure && error.failure.kind === 'refused' && error.failure.status === 404;

const isRefusedForItsData = (error: unknown): boolean =>
	error instanceof ItemFailure && isAboutRows(error.failure);

/** Made in doubt by an earlier execution, and nothing can tell whether it is there. */
const inDoubt = ({ kind }: LeadRecord, since: string) =>
	new ItemFailure({
		kind: 'unknown',
		message: `Whether Kayse has created this ${kind.singular} is unknown since ${since}`,
		description: `Look the ${kind.singular} up in Kayse, and run this item alone with its ID under Additional Fields. If it is not there, create it with the operation Create first.`,
	});

/**
 * The ID of something new, bare or wrapped in `data`.
 * @throws ItemFailure when the answer has none: it was made all the same
 */
export function newIdIn(body: unknown, what: string): number {
	const id = Number(at(body, 'id') ?? at(body, 'data', 'id'));
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw new ItemFailure({
		kind: 'unknown',
		message: `Kayse answered without the ID of the new ${what}`,
		description: `It was probably created. Look it up in Kayse before you repeat it.`,
	});
}

async function created(
	{ kind, change, source }: LeadRecord,
	links: Record<string, unknown>,
	memory: Remembered,
	api: ApiClient,
): Promise<TakenIn> {
	const body = { ...createBody(change), ...links };
	const id = await memory.unlessInDoubt(source, async () => {
		const response = await api.send({ request: { method: 'POST', path: kind.path, query: {}, body } });
		return newIdIn(response.body, kind.singular);
	});
	memory.set(source, { id });
	return { id, outcome: 'created' };
}

/**
 * Updates the record that stands for the source, or creates it.
 * @param links what links a new record to others
 */
async function takeInRecord(
	record: LeadRecord,
	links: Record<string, unknown>,
	memory: Remembered,
	policy: UpdatePolicy,
	api: ApiClient,
): Promise<TakenIn> {
	const { kind, change, source } = record;
	const remembered = memory.get(source);
	const isGiven = record.id !== undefined;
	if (!isGiven && remembered?.unknownSince !== undefined) throw inDoubt(record, remembered.unknownSince);
	const id = record.id ?? remembered?.id;
	if (id === undefined) return await created(record, links, memory, api);
	// What is remembered may stand for another's record, as in a restored database.
	const checked = isGiven ? change : { ...change, source };
	const isThere = await updateRecord(kind, id, checked, policy, api).then(
		() => true,
		(error: unknown) => {
			// Deleted at Kayse since: the lead came anew.
			if (!isGiven && isGone(error)) return false;
			throw error;
		},
	);
	if (!isThere) return await created(record, links, memory, api);
	const { unknownSince: _settled, ...rest } = remembered ?? {};
	memory.set(source, { ...rest, id });
	return { id, outcome: 'updated' };
}

/** A new client brings the link to a known case with it; one that Kayse does not accept, as the case is gone, comes without. */
async function takeInClient(
	{ lead }: Progress,
	caseId: number | undefined,
	api: ApiClient,
): Promise<{ taken: TakenIn; bringsLink: boolean }> {
	const memory = new Remembered(api, 'clients');
	const take = async (links: Record<string, unknown>) => await takeInRecord(lead.client, links, memory, lead.policy, api);
	if (caseId === undefined) return { taken: await take({}), bringsLink: false };
	return await take({ case_ids: [caseId] }).then(
		(taken) => ({ taken, bringsLink: taken.outcome === 'created' }),
		async (error: unknown) => {
			if (!isRefusedForItsData(error)) throw error;
			return { taken: await take({}), bringsLink: false };
		},
	);
}

/** The client and the case of a lead, linked. Leads of the same source wait for each other. */
export async function takeInRecords(progress: Progress, api: ApiClient): Promise<void> {
	const { lead, steps } = progress;
	const cases = new Remembered(api, 'cases');
	const takeIn = async () => {
		const caseId = lead.case.id ?? cases.get(lead.case.source)?.id;
		const known = await takeInClient(progress, caseId, api).catch((error: unknown) => {
			progress.failure = endedAt('client', error, steps);
		});
		if (!known) return;
		steps.client = known.taken;
		const { id } = known.taken;
		const lock = lockOf(api, `lead case ${lead.case.source}`);
		await recordLocks.runExclusive([lock], async () => await takeInCase(progress, id, known.bringsLink, cases, api), api);
	};
	try {
		await recordLocks.runExclusive([lockOf(api, `lead client ${lead.client.source}`)], takeIn, api);
	} catch (error) {
		// The run ended while it waited for another execution.
		progress.failure = endedAt(steps.client ? 'case' : 'client', error, steps);
	}
}

async function takeInCase(
	progress: Progress,
	clientId: number,
	isLinked: boolean,
	cases: Remembered,
	api: ApiClient,
): Promise<void> {
	const { lead, steps } = progress;
	// Kayse shows no links, so what this workflow has linked is remembered with the case.
	const before = idsFrom(cases.get(lead.case.source)?.clientIds ?? [], 'linked clients');
	try {
		const taken = await takeInRecord(lead.case, { client_ids: [clientId] }, cases, lead.policy, api);
		const isNew = taken.outcome === 'created';
		steps.case = taken;
		steps.link = linkOf(isNew || isLinked, before.includes(clientId));
		if (steps.link.outcome === 'unknown') return;
		const linked = isNew ? [clientId] : [...before, clientId];
		cases.set(lead.case.source, { id: idFrom(taken.id, 'Case ID'), clientIds: [...new Set(linked)] });
	} catch (error) {
		progress.failure = endedAt('case', error, steps);
	}
}

/** A new record brings its link with it; of two that were there, Kayse does not tell. */
function linkOf(isNew: boolean, wasMade: boolean): IDataObject {
	if (isNew) return { outcome: 'created' };
	if (wasMade) return { outcome: 'leftAlone', note: 'An earlier execution made it.' };
	return {
		outcome: 'unknown',
		note: 'Both were there before. Kayse does not show their links, and setting this one would remove all others, so it was left alone.',
	};
}
