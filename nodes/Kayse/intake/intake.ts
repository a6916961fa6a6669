import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput, isNoEnd, type Failure } from '../../shared/contract/failure';
import type { Contact } from '../../shared/contract/contact';
import type { ApiClient, RowsClient } from '../../shared/contract/operation';
import type { RowResult } from '../../shared/contract/outcome';
import { plainText } from '../../shared/values/text';
import { nameOf } from '../people/person';
import { idsFrom } from '../values/values';
import { routing } from '../vendor';
import { scheduleCall } from './call';
import { readLead, readPlace, type Lead, type LeadRecord } from './lead';
import { fillLists } from './list';
import type { Place, Remembering } from './entry';
import { LeadIds } from './leadIds';
import { LeadMemory } from './memory';
import type { Progress } from './progress';
import { takeInRecords } from './records';
import { endedAt, rowOf, type StepName } from './step';

/** Most leads at once. With more, many leads would be half done when the hour's requests are used up. */
const AT_ONCE = 5;

const isOnItsWay = ({ failure }: Progress): boolean => failure === undefined;

/** Takes a step for these leads: some at once; with On Error = Stop, one after another until one fails. */
async function forEach(leads: Progress[], api: ApiClient, take: (progress: Progress) => Promise<void>): Promise<void> {
	const { run } = api;
	const line = leads.filter(isOnItsWay);
	const work = async () => {
		for (let next = line.shift(); next && !run.stopped; next = line.shift()) {
			await take(next);
			if (next.failure && !isNoEnd(next.failure)) run.noteFailure();
		}
	};
	await Promise.all(Array.from({ length: run.stopOnFailure ? 1 : AT_ONCE }, work));
}

/** The first missing step of a lead; with On Error = Stop, another lead may have stopped it. */
function missingStep({ lead, steps }: Progress): StepName | undefined {
	if (!steps.client) return 'client';
	if (lead.list && !steps.list) return 'list';
	return lead.call && !steps.call ? 'call' : undefined;
}

const runEnded = (culprit: Failure | undefined) =>
	new ItemFailure({
		kind: 'skipped',
		message: `another item ended the run: ${culprit?.message ?? 'Stop was pressed'}`,
		description: culprit?.description ?? 'Run the item again.',
	});

/** The lead's name and contact data as they were sent, because Kayse returns only an ID. Not `name`: a case has its own. */
function whoIn({ client }: Lead): IDataObject {
	const { first, last } = nameOf(client.change.values);
	return { full_name: [first, last].map(plainText).join(' ').trim() };
}

function resultOf(progress: Progress, culprit: Failure | undefined, place: Place): RowResult {
	const { steps, failure, lead } = progress;
	if (failure) return { failure };
	const missing = missingStep(progress);
	if (missing) return { failure: endedAt(missing, runEnded(culprit), progress) };
	return { row: { ...whoIn(lead), ...(place === 'table' && rowOf(steps, lead.row)), ...steps } };
}

/** An ID that the user enters belongs to one record, so several leads cannot share it. */
function refuseSharedIds(progress: Progress[], record: 'client' | 'case'): void {
	const sources = new Map<number, Set<string>>();
	for (const { lead } of progress) {
		const { id, source } = lead[record];
		if (id !== undefined) sources.set(id, (sources.get(id) ?? new Set()).add(source));
	}
	for (const one of progress) {
		const { id, kind }: LeadRecord = one.lead[record];
		if (id === undefined || (sources.get(id)?.size ?? 0) < 2) continue;
		const { failure } = invalidInput(
			`Several items have the ${kind.singular} ID ${id}, but come from different sources`,
			'An ID under Additional Fields applies to one record. Run that item alone, or set the ID by an expression.',
		);
		one.failure = failure;
	}
}

/** New leads go first, so that updates do not use up the hour's requests before them. */
function newOnesFirst(progress: Progress[], memory: LeadMemory): [Progress[], Progress[]] {
	const isKnown = ({ lead }: Progress): boolean => memory.get('cases', lead.case.source)?.id !== undefined;
	return [progress.filter((one) => !isKnown(one)), progress.filter(isKnown)];
}

/** Remembers the IDs in the rows of a table. */
function learnFrom({ client, case: legalCase, call, row }: Lead, memory: LeadMemory): void {
	const { client_id: clientId, case_id: caseId } = row;
	if (clientId !== undefined) memory.learn('clients', client.source, { id: clientId });
	if (caseId === undefined) return;
	// The case was created with its link to the client.
	memory.learn('cases', legalCase.source, { id: caseId, ...(clientId !== undefined && { clientIds: [clientId] }) });
	const isCalled = call && idsFrom(row.called_campaigns ?? [], 'called_campaigns').includes(call.campaignId);
	if (isCalled) memory.learn('calls', `${call.campaignId} ${caseId}`, {});
}

/** Takes in all leads of a run. Calls wait for the list, because a campaign may use it. */
async function takeIn(leads: Lead[], target: Remembering, api: RowsClient): Promise<RowResult[]> {
	const { place, isTool } = target;
	if (place === 'table' && api.run.stopOnFailure && !isTool) throw needsContinue();
	const memory = await LeadMemory.open(api, target, leads.length);
	for (const lead of leads) learnFrom(lead, memory);
	const progress = leads.map((lead, place): Progress => ({ lead, api: api.ofRow(place), steps: {} }));
	refuseSharedIds(progress, 'client');
	refuseSharedIds(progress, 'case');
	if (!progress.every(isOnItsWay)) api.run.noteFailure();
	const inTurn = api.run.stopOnFailure ? [progress] : newOnesFirst(progress, memory);
	for (const some of inTurn) {
		await forEach(some, api, async (one) => {
			await takeInRecords(one, memory);
			if (isOnItsWay(one) && !one.lead.list) await scheduleCall(one, memory);
		});
	}
	const listed = inTurn.flat().filter(({ lead }) => lead.list);
	if (!api.run.stopped) await fillLists(listed.filter(isOnItsWay), memory, api);
	await forEach(listed, api, async (one) => await scheduleCall(one, memory));
	await memory.close(progress.every(isOnItsWay));
	const culprit = progress.find(({ failure }) => failure)?.failure;
	return progress.map((one) => resultOf(one, culprit, place));
}

/** With On Error = Stop, the items before the failed one would never reach the table. */
const needsContinue = () =>
	invalidInput(
		'If a table remembers the leads, On Error must not be Stop Workflow',
		'Under Settings, set On Error to Continue. Then every lead reaches the table, with its created records.',
	);

/** The person for the call: Kayse calls the client. */
function personOf({ client, call }: Lead): Contact | undefined {
	if (!call) return undefined;
	const { mobile } = client.change.values;
	const telephone = typeof mobile === 'string' && mobile !== '' ? mobile : undefined;
	return {
		person: telephone ?? client.source,
		channel: 'call',
		telephone,
		through: `campaign ${call.campaignId}`,
		isLastStep: true,
	};
}

/** Everything about a lead, as text. */
const keyOf = ({ client, case: legalCase, list, call, row }: Lead): string =>
	JSON.stringify([client.change, client.id, legalCase.change, legalCase.id, list, call, row]);

/**
 * The five steps of Kayse's guide (docs.kayse.ai/api/posting-leads-cases): client, case, the link between them, and
 * optionally a list and a call.
 */
export const intake = routing.batchedRows<Lead, Remembering>({
	endpoints: [
		'POST /clients',
		'GET /clients/{id}',
		'PUT /clients/{id}',
		'POST /cases',
		'GET /cases/{id}',
		'PUT /cases/{id}',
		'POST /case_lists',
		'POST /case_lists/bulk',
		'POST /calls',
	],
	// Needs all leads at once to find a Client ID that several leads share.
	isWhole: true,
	max: Number.MAX_SAFE_INTEGER,
	// All leads share one list; any other request is about one lead.
	rowsPerRequest: 1,
	target: (item) => ({ place: readPlace(item), isTool: item.isTool }),
	row: readLead,
	reaches: ({ client, case: { source } }) => [client.source, source],
	among(statements) {
		const ids = new LeadIds(statements);
		return (lead, index) => ids.check(lead, index);
	},
	person: personOf,
	keyOf,
	send: async (target, leads, api) => ({ results: Promise.resolve(await takeIn(leads, target, api)) }),
});
