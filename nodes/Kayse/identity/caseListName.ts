import { collectRows } from '../../shared/paging/collectRows';
import type { Query } from '../../shared/paging/page';
import type { ApiClient } from '../../shared/contract/operation';
import { valueAt } from '../../shared/values/json';
import { caseListPages } from '../pages';
import { shown } from '../../shared/values/shown';
import type { RecordKind } from '../records/record';
import { refused } from './claim';
import { numberFrom, plainText } from '../../shared/values/text';

const plain = (name: unknown): string => plainText(name).trim().toLowerCase();

/**
 * If a case list's ID is doubtful, checks that the list has the name in the row. Kayse cannot show a single list, but
 * can search by name.
 * @throws ItemFailure if the list has another name or is missing
 */
export async function checkCaseListName(
	{ path, singular }: RecordKind,
	id: number,
	{ name }: Record<string, unknown>,
	api: ApiClient,
): Promise<void> {
	const fetchPage = async (query: Query) => await api.send({ request: { method: 'GET', path, query }, isList: true });
	const found = await collectRows(caseListPages, { key: plainText(name) }, Infinity, fetchPage, api.vendorName);
	if (found.some((list) => numberFrom(valueAt(list, 'id')) === id && plain(valueAt(list, 'name')) === plain(name)))
		return;
	throw refused(
		`Kayse has no ${singular} with ID ${id} and the name "${shown(name)}", so nothing was changed`,
		'A column "id" may contain the ID of another system. To rename the list with this Kayse ID, map the fields by hand.',
	);
}
