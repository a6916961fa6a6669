import type { OutgoingRequest } from '../contract/exchange';
import type { ApiRequest, Endpoint, ItemParameters } from '../contract/operation';
import { contentOf, labelOf } from '../values/label';
import { checkedId, readId } from './readers';

const PLACEHOLDER = /\{(\w+)\}/g;

/** The IDs in a path. */
export const idsNamedIn = (path: string): string[] => [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/**
 * A path with its IDs, percent-encoded, so that an ID can never reach another path or host.
 * @throws ItemFailure when an ID is missing or not valid
 */
export const pathWith = ({ path }: Pick<Endpoint, 'path'>, ids: Record<string, unknown>): string =>
	path.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(checkedId(ids[name], labelOf(name))));

/**
 * Builds an item's request from the endpoint, the IDs in the node's fields, and the members that the fields send.
 * @throws ItemFailure when an ID is missing
 */
export function draftRequest(endpoint: Endpoint, item: ItemParameters): ApiRequest {
	const ids = idsNamedIn(endpoint.path).map((name) => [name, readId(item, name)] as const);
	const { body } = item;
	const request: OutgoingRequest = {
		method: endpoint.method,
		path: pathWith(endpoint, Object.fromEntries(ids)),
		query: item.query,
		...(Object.keys(body).length > 0 && { body }),
	};
	return {
		request,
		tier: endpoint.tier,
		repeatable: endpoint.repeatable,
		onlyReads: endpoint.onlyReads,
		ids: Object.fromEntries(ids.map(([name, id]) => [contentOf(name), id])),
	};
}
