import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, unfit } from '../../shared/executor/failure';
import type { ApiClient, ApiRequest } from '../../shared/executor/operation';
import { at } from '../../shared/json';
import { caseList } from '../records/caseList';
import { idFrom, idsFrom } from '../values';
import { momentOf, Remembered } from './memory';
import type { LeadList } from './lead';
import type { Progress } from './progress';
import { endedAt } from './step';

/** An update puts the members of a list together anew, so all of them are remembered and sent each time. */
const MOST_MEMBERS = 5_000;

const caseIdOf = ({ steps }: Progress): number => idFrom(steps.case?.id, 'Case ID');

function requestFor({ name, description, filter }: LeadList, id: number | undefined, members: number[]): ApiRequest {
	const list = { name, ...(description !== '' && { description }), filter, include_ids: members };
	return id === undefined
		? { request: { method: 'POST', path: caseList.path, query: {}, body: list } }
		: {
				request: { method: 'POST', path: `${caseList.path}/bulk`, query: {}, body: { lists: [{ id, ...list }] } },
				// The same members twice are the same members.
				repeatable: true,
			};
}

const inDoubt = (name: string, since: unknown) =>
	new ItemFailure({
		kind: 'unknown',
		message: `Whether Kayse has created the list "${name}" is unknown since ${String(since)}`,
		description: 'Look it up in Kayse, and enter another List Name to go on.',
	});

/** @returns what became of the list */
async function fill(list: LeadList, caseIds: number[], client: ApiClient): Promise<IDataObject> {
	const memory = new Remembered(client.memory(), 'lists');
	const known = memory.get(list.name);
	if (known?.unknownSince !== undefined) throw inDoubt(list.name, known.unknownSince);
	const id = typeof known?.id === 'number' ? known.id : undefined;
	const before = idsFrom(known?.caseIds ?? [], 'members');
	const members = [...new Set([...before, ...caseIds])];
	if (id !== undefined && members.length === before.length) return { id, name: list.name, outcome: 'kept' };
	if (members.length > MOST_MEMBERS) {
		throw unfit(`The list "${list.name}" has reached ${MOST_MEMBERS} cases`, 'Enter another List Name.');
	}
	const { body } = await client.send(requestFor(list, id, members)).catch((error: unknown) => {
		const isUnknown = !(error instanceof ItemFailure) || error.failure.kind === 'unknown';
		if (isUnknown && id === undefined) memory.set(list.name, { unknownSince: momentOf(client) });
		throw error;
	});
	const filled = id ?? idFrom(at(body, 'id'), 'ID of the new case list');
	memory.set(list.name, { id: filled, caseIds: members });
	return { id: filled, name: list.name, outcome: id === undefined ? 'created' : 'updated' };
}

/** Puts the cases of these leads on their lists, one request for each list. */
export async function fillLists(leads: Progress[], client: ApiClient): Promise<void> {
	const byList = new Map<string, { list: LeadList; members: Progress[] }>();
	for (const progress of leads) {
		const { list } = progress.lead;
		if (!list) continue;
		const key = JSON.stringify(list);
		const group = byList.get(key) ?? { list, members: [] };
		byList.set(key, { list, members: [...group.members, progress] });
	}
	for (const { list, members } of byList.values()) {
		try {
			const filled = await fill(list, members.map(caseIdOf), client);
			for (const { steps } of members) steps.list = filled;
		} catch (error) {
			for (const progress of members) progress.failure = endedAt('list', error, progress.steps);
			client.attempt.noteFailure();
		}
	}
}
