import type { OutgoingRequest } from '../contract/exchange';
import type { ApiRequest, Endpoint, ItemParameters } from '../contract/operation';
import { labelOf } from '../values/label';
import { checkedId, readId } from './readers';

const PLACEHOLDER = /\{(\w+)\}/g;

/** The ids that a path names. */
export const idsNamedIn = (path: string): string[] => [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/**
 * A path with its ids in it, percent-encoded, so that an id can never reach another path or host.
 * @throws ItemFailure when an id is missing or none
 */
export const pathWith = ({ path }: Pick<Endpoint, 'path'>, ids: Record<string, unknown>): string =>
	path.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(checkedId(ids[name], labelOf(name))));

const withoutEmpty = (members: Record<string, unknown>, isEmpty: (value: unknown) => boolean) =>
	Object.fromEntries(Object.entries(members).filter(([, value]) => !isEmpty(value)));

/** A field that was added and left empty filters by nothing. */
const isEmptyInQuery = (value: unknown): boolean => value === undefined || value === null || value === '';

/** An expression that finds nothing leaves a member out; an empty text is sent, as it may clear something. */
const isEmptyInBody = (value: unknown): boolean => value === undefined || value === null;

/**
 * Puts an item's request together from the endpoint, the ids in the node's fields, and what n8n collected.
 * @throws ItemFailure when an id is missing
 */
export function draftRequest(endpoint: Endpoint, item: ItemParameters): ApiRequest {
	const ids = Object.fromEntries(idsNamedIn(endpoint.path).map((name) => [name, readId(item, name)]));
	const body = withoutEmpty(item.body, isEmptyInBody);
	const request: OutgoingRequest = {
		method: endpoint.method,
		path: pathWith(endpoint, ids),
		query: withoutEmpty(item.query, isEmptyInQuery),
		...(Object.keys(body).length > 0 && { body }),
	};
	return { request, tier: endpoint.tier, repeatable: endpoint.repeatable, ids };
}
