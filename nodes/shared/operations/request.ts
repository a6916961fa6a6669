import { labelOf } from '../http/refusal';
import { invalidInput } from '../contract/failure';
import type { OutgoingRequest } from '../contract/exchange';
import type { ItemParameters, ApiRequest, Endpoint } from '../contract/operation';

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * An id from a field.
 * @throws ItemFailure when it is missing, or would be read as "this folder" or "the folder above" in a path
 */
export function checkedId(value: unknown, label: string): string {
	const id = typeof value === 'number' ? String(value) : value;
	if (typeof id !== 'string' || id.trim() === '') {
		throw invalidInput(`"${label}" is empty`, `Choose or enter a value for "${label}".`);
	}
	const trimmed = id.trim();
	if (/^\.{1,2}$/.test(trimmed)) {
		throw invalidInput(`"${label}" is "${trimmed}", which is no ID`, 'Enter the ID as the vendor shows it.');
	}
	return trimmed;
}

/** The id in the node parameter of that name. */
export const readId = (item: ItemParameters, parameter: string): string =>
	checkedId(item.parameter(parameter), labelOf(parameter));

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
