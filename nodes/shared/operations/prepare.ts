import type { z } from 'zod';

import { invalidInput } from '../contract/failure';
import type { ApiRequest } from '../contract/operation';
import { isRecord } from '../values/json';
import { entriesIn, readId, readJson } from './readers';
import { contentOf, labelOf } from '../values/label';
import { isBlank, isNothing } from '../values/reading/nothing';
import type { Prepare } from './single';
import { stringOf } from '../values/text';

/** Adds members to a drafted request's body. */
export function withBody(apiRequest: ApiRequest, members: Record<string, unknown>): ApiRequest {
	const body = isRecord(apiRequest.request.body) ? apiRequest.request.body : {};
	return { ...apiRequest, request: { ...apiRequest.request, body: { ...body, ...members } } };
}

/** Changes members of a drafted request's query; undefined removes one. */
export function withQuery(apiRequest: ApiRequest, members: Record<string, unknown>): ApiRequest {
	return { ...apiRequest, request: { ...apiRequest.request, query: { ...apiRequest.request.query, ...members } } };
}

/** The id in a node parameter as a member of the query, for an API that reads a single record as `?id=`. */
export const idInQuery =
	(parameter: string, member = 'id'): Prepare =>
	(apiRequest, item) => {
		const id = readId(item, parameter);
		return { ...withQuery(apiRequest, { [member]: id }), ids: { ...apiRequest.ids, [contentOf(parameter)]: id } };
	};

/** The id in a node parameter as a member of the body, for an API that names the record there. */
export const idInBody =
	(parameter: string, member = 'id'): Prepare =>
	(apiRequest, item) => {
		const id = readId(item, parameter);
		return { ...withBody(apiRequest, { [member]: id }), ids: { ...apiRequest.ids, [contentOf(parameter)]: id } };
	};

/**
 * For the message about an unknown ID: the IDs in the body or the query that are filled in.
 * @param paths node parameters by the name that the user knows, such as `leadId`
 */
export const withErrorIds =
	(paths: Record<string, string>): Prepare =>
	(apiRequest, item) => {
		const entered = Object.entries(paths).map(([name, path]) => [name, stringOf(item.parameter(path, ''))] as const);
		const filled = entered.filter(([, id]) => id !== '');
		return { ...apiRequest, ids: { ...apiRequest.ids, ...Object.fromEntries(filled) } };
	};

/** The entries of list fields together as one array in the body; nothing when all are empty. */
export const listInBody = (member: string, ...fields: string[]): Prepare =>
	entriesInBody(member, fields, (entries) => entries);

/** @param named turns the entries of a field into the values to send */
export const entriesInBody =
	(member: string, fields: string[], named: (entries: string[], label: string) => string[]): Prepare =>
	(apiRequest, item) => {
		const entries = [
			...new Set(fields.flatMap((field) => named(entriesIn(item, field), labelOf(field.replace(/^.*\./, ''))))),
		];
		return entries.length === 0 ? apiRequest : withBody(apiRequest, { [member]: entries });
	};

/** The rows of a fixed collection with one kind of row, such as `variables.values`. */
function collectionRows(value: unknown): Array<Record<string, unknown>> {
	const rows = isRecord(value) ? Object.values(value).flat() : [];
	return rows.filter(isRecord);
}

/**
 * A fixed collection of name and value as an object in the body; nothing when it is empty. A name without a value is
 * left out.
 */
export const pairsInBody =
	(field: string, member: string): Prepare =>
	(apiRequest, item) => {
		const rows = collectionRows(item.parameter(field, {}));
		const filled = rows.filter(({ value }) => !isNothing(value));
		if (filled.some(({ name }) => isNothing(name))) {
			const label = labelOf(field.replace(/^.*\./, ''));
			throw invalidInput(`"${label}" has a value without a name`, 'Enter its name, or take it out.');
		}
		const pairs = filled.map(({ name, value }) => [stringOf(name), value] as const);
		return pairs.length === 0 ? apiRequest : withBody(apiRequest, { [member]: Object.fromEntries(pairs) });
	};

/** A fixed collection's rows as an array in the body; nothing when it is empty. */
export const rowsInBody =
	(field: string, member: string): Prepare =>
	(apiRequest, item) => {
		const rows = collectionRows(item.parameter(field, {}));
		return rows.length === 0 ? apiRequest : withBody(apiRequest, { [member]: rows });
	};

/**
 * A JSON field as a member of the body. Nothing when it is empty or an object without members, because a field that was
 * added and left empty looks like this: sent, it would replace the record's value.
 */
export const jsonInBody =
	<T>(field: string, label: string, member: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Prepare =>
	(apiRequest, item) => {
		const value = item.parameter(field, '');
		if (isBlank(value)) return apiRequest;
		const content = readJson(value, label, schema);
		const isUntouched = isRecord(content) && Object.keys(content).length === 0;
		return isUntouched ? apiRequest : withBody(apiRequest, { [member]: content });
	};

/**
 * Refuses an update without changes before it costs a request.
 * @param where the labels of the fields that hold the changes
 */
export const somethingToSend =
	(...where: string[]): Prepare =>
	(apiRequest) => {
		const body = apiRequest.request.body;
		if (isRecord(body) && Object.keys(body).length > 0) return apiRequest;
		throw invalidInput(
			'There is nothing to update',
			`Add at least one field under ${where.map((label) => `"${label}"`).join(' or ')}.`,
		);
	};
