import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import type { ApiClient, ApiRequest, ItemParameters } from '../../../shared/contract/operation';
import { leftInDoubt } from '../../../shared/http/sendFailure';
import { readId } from '../../../shared/operations/readers';
import type { OperationDescription } from '../../../shared/fields/resource';
import { valueAt } from '../../../shared/values/json';
import { deletedRow } from '../../../shared/operations/deleted';
import { dncEntryLocator, isByProfile } from '../../locators';
import { routing } from '../../vendor';
import { readProfileUrls } from '../fields';
import { unclearCheck, readDncCheck } from './checkResponse';

/** Entries to remove, by profile or by ID. A cell may contain several addresses. */
type Entry = { entryId: string } | { urls: string[] };

const readEntry = (item: ItemParameters): Entry =>
	isByProfile(item, 'entryId')
		? { urls: readProfileUrls(item, 'entryId', 'Entry') }
		: { entryId: readId(item, 'entryId') };

/** Memory key, by profile or ID, so that a further try finds an unfinished removal. */
const removalOf = (name: string): string => `removal of ${name}`;

/** The profiles of an item that are already off the list. */
const REMOVED = 'removed';

/**
 * The API deletes by ID only (docs/vendors/kakiyo.md#c12), so the ID of a profile is read first.
 * @returns undefined if an earlier try removed it
 */
async function idOf(url: string, { send }: ApiClient): Promise<string | undefined> {
	const request = { method: 'GET' as const, path: '/dnc/check', query: { url } };
	const { body, afterDoubt = false } = await send({ request, effect: removalOf(url), deletes: true });
	const found = readDncCheck(body);
	if (!found) throw afterDoubt ? leftInDoubt(unclearCheck) : unclearCheck;
	if (afterDoubt && !found.onList) return undefined;
	const id = valueAt(found, 'entry', '$id');
	if (typeof id === 'string' && id !== '') return id;
	throw new ItemFailure({
		kind: 'refused',
		message: found.onList
			? `"${url}" is on the Do Not Contact list, but Kakiyo did not name its entry`
			: `"${url}" is not on the Do Not Contact list`,
		description: found.onList
			? 'Nothing was removed. Choose the entry from the list, or enter its ID.'
			: 'Nothing was removed. Check the address, or read the list with Get Many.',
	});
}

/** @returns Kakiyo's answer */
async function removeEntry(
	entryId: string,
	how: Pick<ApiRequest, 'effect' | 'deletes'>,
	{ send }: ApiClient,
): Promise<IDataObject> {
	const { body } = await send({
		request: { method: 'DELETE', path: `/dnc/${encodeURIComponent(entryId)}`, query: {} },
		ids: { entryId },
		...how,
	});
	return { ...deletedRow(valueAt(body, 'data') ?? body), entryId };
}

/** Finds all entries before it removes the first. */
async function removeProfiles(urls: string[], api: ApiClient): Promise<IDataObject[]> {
	const noted = api.itemNotes.note(REMOVED);
	const removed = new Set(Array.isArray(noted) ? noted.map(String) : []);
	const found: Array<[url: string, entryId: string | undefined]> = [];
	for (const url of urls) if (!removed.has(url)) found.push([url, await idOf(url, api)]);
	const rows = new Map<string, IDataObject>();
	for (const [url, entryId] of found) {
		if (entryId !== undefined)
			rows.set(url, await removeEntry(entryId, { effect: removalOf(url), deletes: false }, api));
		if (urls.length > 1) api.itemNotes.keepNote(REMOVED, [...removed.add(url)]);
	}
	return urls.map((url) => ({ url, ...(rows.get(url) ?? deletedRow(undefined)) }));
}

/** There is no bulk delete. See docs/vendors/kakiyo.md#do-not-contact. */
export const remove: OperationDescription = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Allow contact with a person again',
		description: 'Take a LinkedIn profile off the list. Agents may contact the person again.',
		routing: routing.steps({
			endpoints: ['GET /dnc/check', 'DELETE /dnc/{entryId}'],
			plan: readEntry,
			async perform(entry, api) {
				if ('urls' in entry) return await removeProfiles(entry.urls, api);
				return [await removeEntry(entry.entryId, { effect: removalOf(entry.entryId), deletes: true }, api)];
			},
		}),
	},
	notice: 'Agents may write to the person again. The person may have asked them to stop.',
	tool: {
		text: 'Takes a person off the do not contact list: agents may write to them again, even if they asked to stop. Only when the user says so.',
		arguments: {
			entryId: 'Entry ID, from Do Not Contact > Get Many',
		},
	},
	fields: [dncEntryLocator],
};
