import { ItemFailure, type Failure } from '../../shared/executor/failure';
import type { ApiClient } from '../../shared/executor/operation';
import type { RowResult } from '../../shared/executor/rowResult';
import { routing } from '../vendor';
import { scheduleCall } from './call';
import { readLead, type Lead } from './lead';
import { fillLists } from './list';
import type { Progress } from './progress';
import { takeInRecords } from './records';
import { endedAt, type StepName } from './step';

const isOnItsWay = ({ failure }: Progress): boolean => failure === undefined;

/** Takes a step for these leads: at once, or in Stop mode one after another until one fails. */
async function forEach(
	leads: Progress[],
	client: ApiClient,
	take: (progress: Progress) => Promise<void>,
): Promise<void> {
	if (!client.attempt.stopOnFailure) {
		await Promise.all(leads.filter(isOnItsWay).map(take));
		return;
	}
	for (const progress of leads.filter(isOnItsWay)) {
		if (client.attempt.stopped) return;
		await take(progress);
		if (progress.failure) client.attempt.noteFailure();
	}
}

/** The first step that a lead wants and has not got, in Stop mode because of another lead. */
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

function resultOf(progress: Progress, culprit: Failure | undefined): RowResult {
	const { steps, failure } = progress;
	if (failure) return { failure };
	const missing = missingStep(progress);
	return missing ? { failure: endedAt(missing, runEnded(culprit), steps) } : { row: { ...steps } };
}

/** All leads of a run together: their records, then one list, then the calls. */
async function takeIn(leads: Lead[], client: ApiClient): Promise<RowResult[]> {
	const progress = leads.map((lead): Progress => ({ lead, steps: {} }));
	await forEach(progress, client, async (one) => await takeInRecords(one, client));
	if (!client.attempt.stopped) await fillLists(progress.filter(isOnItsWay), client);
	await forEach(progress, client, async (one) => await scheduleCall(one, client));
	const culprit = progress.find(({ failure }) => failure)?.failure;
	return progress.map((one) => resultOf(one, culprit));
}

/**
 * What the guide of Kayse takes five steps for (docs.kayse.ai/api/posting-leads-cases): client, case, the link between them, and if
 * wanted a list and a call.
 */
export const intake = routing.folded<Lead, Record<string, never>>({
	max: Number.MAX_SAFE_INTEGER,
	target: () => ({}),
	row: readLead,
	keyOf: ({ client, case: legalCase, call }) => JSON.stringify([client.change, legalCase.change, call?.campaignId]),
	send: async (_, leads, client) => ({ results: Promise.resolve(await takeIn(leads, client)) }),
});
