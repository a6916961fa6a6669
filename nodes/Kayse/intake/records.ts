import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/executor/failure';
import type { ApiClient } from '../../shared/executor/operation';
import { at } from '../../shared/json';
import { inOrder } from '../inOrder';
import { idFrom, idsFrom } from '../values';
import { createBody, updateRecord, type UpdatePolicy } from '../write';
import type { LeadRecord } from './lead';
import { momentOf, Remembered } from './memory';
import type { Progress } from './progress';
import { endedAt } from './step';

/** A record of a lead as it is at Kayse now. */
interface TakenIn extends IDataObject {
	id: number;
	outcome: 'created' | 'updated';
}

const isGone = (error: unknown): boolean =>
	error instanceof ItemFailure && error.failure.kind === 'refused' && error.failure.status === 404;

/** Made in doubt by an earlier execution, and nothing can tell whether it is there. */
const inDoubt = ({ kind }: LeadRecord, since: unknown) =>
	new ItemFailure({
		kind: 'unknown',
		message: `Whether Kayse has created this ${kind.singular} is unknown since ${String(since)}`,
		description: `Look the ${kind.singular} up in Kayse and enter its ID under Additional Fields. If it is not there, create it with the operation Create first.`,
	});

async function created(
	{ kind, change, source }: LeadRecord,
	links: Record<string, unknown>,
	memory: Remembered,
	client: ApiClient,
): Promise<TakenIn> {
	const body = { ...createBody(change), ...links };
	const response = await client.send({ request: { method: 'POST', path: kind.path, query: {}, body } }).catch(
		(error: unknown) => {
			const isUnknown = !(error instanceof ItemFailure) || error.failure.kind === 'unknown';
			if (isUnknown) memory.set(source, { unknownSince: momentOf(client) });
			throw error;
		},
	);
	const id = idFrom(at(response.body, 'id'), `ID of the new ${kind.singular}`);
	memory.set(source, { id });
	return { id, outcome: 'created' };
}

/**
 * Updates the record that stands for the source, or creates it.
 * @param links what links a new record to others
 */
async function takeIn(
	record: LeadRecord,
	links: Record<string, unknown>,
	memory: Remembered,
	policy: UpdatePolicy,
	client: ApiClient,
): Promise<TakenIn> {
	const { kind, change, source } = record;
	const remembered = memory.get(source);
	if (record.id === undefined && remembered?.unknownSince !== undefined) throw inDoubt(record, remembered.unknownSince);
	const id = record.id ?? remembered?.id;
	if (typeof id !== 'number') return await created(record, links, memory, client);
	const updated = await updateRecord(kind, id, change, policy, client).then(
		() => true,
		(error: unknown) => {
			// Deleted at Kayse since: the lead came anew.
			if (record.id === undefined && isGone(error)) return false;
			throw error;
		},
	);
	if (!updated) return await created(record, links, memory, client);
	memory.set(source, { ...remembered, id, unknownSince: undefined });
	return { id, outcome: 'updated' };
}

/** Kayse shows no links, so what this workflow has linked is remembered with the case. */
const linkedClients = (entry: IDataObject | undefined): number[] => idsFrom(entry?.clientIds ?? [], 'linked clients');

/** The client and the case of a lead, linked. Leads of the same source wait for each other. */
export async function takeInRecords(progress: Progress, client: ApiClient): Promise<void> {
	const { lead, steps } = progress;
	const { run } = client.attempt;
	const clients = new Remembered(client.memory(), 'clients');
	const cases = new Remembered(client.memory(), 'cases');
	await inOrder(run, `lead client ${lead.client.source}`, async () => {
		const knownCase = lead.case.id ?? cases.get(lead.case.source)?.id;
		try {
			const links = typeof knownCase === 'number' ? { case_ids: [knownCase] } : {};
			steps.client = await takeIn(lead.client, links, clients, lead.policy, client);
		} catch (error) {
			progress.failure = endedAt('client', error, steps);
			return;
		}
		await inOrder(run, `lead case ${lead.case.source}`, async () => await takeInCase(progress, cases, client));
	});
}

async function takeInCase(progress: Progress, cases: Remembered, client: ApiClient): Promise<void> {
	const { lead, steps } = progress;
	const clientId = idFrom(steps.client?.id, 'Client ID');
	const linked = linkedClients(cases.get(lead.case.source));
	try {
		const taken = await takeIn(lead.case, { client_ids: [clientId] }, cases, lead.policy, client);
		steps.case = taken;
		steps.link = linkOf(taken, steps.client?.outcome === 'created', linked.includes(clientId));
		if (steps.link.outcome === 'unknown') return;
		cases.set(lead.case.source, { id: taken.id, clientIds: [...new Set([...linked, clientId])] });
	} catch (error) {
		progress.failure = endedAt('case', error, steps);
	}
}

/** A new record brings its link with it; of two that were there, Kayse does not tell. */
function linkOf({ outcome }: TakenIn, isNewClient: boolean, isRemembered: boolean): IDataObject {
	if (outcome === 'created' || isNewClient) return { outcome: 'created' };
	if (isRemembered) return { outcome: 'kept' };
	return {
		outcome: 'unknown',
		note: 'Both were there before. Kayse does not show their links, and setting this one would remove all others, so it was left alone.',
	};
}
