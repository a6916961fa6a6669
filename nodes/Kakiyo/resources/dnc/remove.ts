import { ItemFailure } from '../../../shared/contract/failure';
import type { ItemParameters, ApiClient } from '../../../shared/contract/operation';
import { leftInDoubt } from '../../../shared/http/sendFailure';
import { readId } from '../../../shared/operations/readers';
import type { OperationDescription } from '../../../shared/fields/resource';
import { at } from '../../../shared/values/json';
import { deleted } from '../../../shared/operations/single';
import { BY_PROFILE_URL, dncEntryLocator } from '../../locators';
import { routing } from '../../vendor';
import { readProfileUrl } from '../fields';
import { notSaid, readDncCheck } from './answer';

/** What to remove, by one of its two names. */
type Entry = { entryId: string } | { url: string };

const readEntry = (item: ItemParameters): Entry =>
	item.parameter('entryId.mode', '') === BY_PROFILE_URL
		? { url: readProfileUrl(item, 'entryId', 'Entry') }
		: { entryId: readId(item, 'entryId') };

/** By either name, so that a further try finds what this one was about to remove. */
const REMOVAL = 'removal';

/**
 * The API deletes by id only (apis/kakiyo.md C12), so a profile is looked up first.
 * @returns undefined when an earlier try has removed it
 */
async function idOf(url: string, { send }: ApiClient): Promise<string | undefined> {
	const request = { method: 'GET' as const, path: '/dnc/check', query: { url } };
	const { body, afterDoubt = false } = await send({ request, effect: REMOVAL, deletes: true });
	const found = readDncCheck(body);
	if (!found) throw afterDoubt ? leftInDoubt(notSaid) : notSaid;
	if (afterDoubt && !found.onList) return undefined;
	const id = at(found, 'entry', '$id');
	if (typeof id === 'string' && id !== '') return id;
	throw new ItemFailure({
		kind: 'refused',
		message: found.onList
			? `"${url}" is on the Do Not Contact list, but Kakiyo did not name its entry`
			: `"${url}" is not on the Do Not Contact list`,
		description: found.onList
			? 'Nothing was removed. Choose the entry from the list, or by its ID.'
			: 'Nothing was removed. Check the address, or read the list with Get Many.',
	});
}

/** [seed-family; docs dnc/delete] There is no bulk delete. */
export const remove: OperationDescription = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove a person from the do not contact list',
		description: 'Take a LinkedIn profile off the list, after which agents may contact the person again',
		routing: routing.steps({
			plan: readEntry,
			async perform(entry, api) {
				const isNamed = 'entryId' in entry;
				const entryId = isNamed ? entry.entryId : await idOf(entry.url, api);
				if (entryId === undefined) return deleted();
				await api.send({
					request: { method: 'DELETE', path: `/dnc/${encodeURIComponent(entryId)}`, query: {} },
					ids: { entryId },
					effect: REMOVAL,
					deletes: isNamed,
				});
				return deleted();
			},
		}),
	},
	fields: [dncEntryLocator],
};
