import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../../shared/contract/failure';
import type { ApiClient, ApiRequest } from '../../shared/contract/operation';
import { shown } from '../../shared/values/shown';
import { recordLocks } from '../update/recordLocks';
import { caseList } from '../records/caseList';
import { idFrom, idsFrom } from '../values/values';
import { lockOf } from '../update/updateRecord';
import type { LeadMemory } from './memory';
import type { LeadList } from './lead';
import type { Progress } from './progress';
import { newIdIn } from './records';
import { endedAt } from './step';

/** An update replaces all members of a list, so all of them are remembered and sent each time. */
const MOST_MEMBERS = 5_000;

const caseIdOf = ({ steps }: Progress): number => idFrom(steps.case?.id, 'Case ID');

const bodyOf = ({ name, description, filter }: LeadList, members: number[]) => ({
	name,
	...(description !== '' && { description }),
	filter,
	include_ids: members,
});

const createRequest = (list: LeadList, members: number[]): ApiRequest => ({
	request: { method: 'POST', path: caseList.path, query: {}, body: bodyOf(list, members) },
});

const updateRequest = (list: LeadList, id: number, members: number[]): ApiRequest => ({
	request: {
		method: 'POST',
		path: `${caseList.path}/bulk`,
		query: {},
		body: { lists: [{ id, ...bodyOf(list, members) }] },
	},
	// Adding the same members twice has the same effect as once.
	repeatable: true,
});

const inDoubt = (name: string, why: string) =>
	new ItemFailure({
		kind: 'unknown',
		message: `It is unknown whether Kayse created the list "${shown(name)}"${why}`,
		description: 'Check the list in Kayse, and enter another List Name.',
	});

/** @returns the item's data about the list */
async function fill(list: LeadList, caseIds: number[], memory: LeadMemory, api: ApiClient): Promise<IDataObject> {
	const known = memory.get('lists', list.name);
	if (known?.unknownSince !== undefined) throw inDoubt(list.name, ` since ${known.unknownSince}`);
	const before = idsFrom(known?.caseIds ?? [], 'members');
	const members = [...new Set([...before, ...caseIds])];
	const definition = JSON.stringify(list);
	if (members.length > MOST_MEMBERS) {
		throw invalidInput(`The list "${shown(list.name)}" has reached ${MOST_MEMBERS} cases`, 'Enter another List Name.');
	}
	if (known?.id !== undefined) {
		const { id } = known;
		const isSame = members.length === before.length && known.definition === definition;
		if (!isSame) await api.send(updateRequest(list, id, members));
		memory.set('lists', list.name, { id, caseIds: members, definition });
		return { id, name: list.name, outcome: isSame ? 'leftAlone' : 'updated' };
	}
	if (await memory.begin('lists', list.name))
		throw inDoubt(list.name, ': an earlier execution tried to, and its memory is gone');
	const id = await memory.make('lists', { key: list.name }, async () =>
		newIdIn(
			(await api.send({ ...createRequest(list, members), isWrittenDown: memory.isWrittenDown })).body,
			'case list',
		),
	);
	memory.set('lists', list.name, { id, caseIds: members, definition });
	return { id, name: list.name, outcome: 'created' };
}

/** Adds the cases of these leads to their lists, with one request for each list. */
export async function fillLists(leads: Progress[], memory: LeadMemory, api: ApiClient): Promise<void> {
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
			const lock = await lockOf(api, `lead list ${list.name}`);
			const filled = await recordLocks.runExclusive(
				[lock],
				async () => await fill(list, members.map(caseIdOf), memory, api),
				api,
			);
			for (const { steps } of members) steps.list = filled;
		} catch (error) {
			for (const progress of members) progress.failure = endedAt('list', error, progress);
			api.run.noteFailure();
		}
	}
}
