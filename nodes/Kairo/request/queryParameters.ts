import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import type { Query } from '../../shared/paging/page';
import { isRecord } from '../../shared/values/json';
import { withQuery } from '../../shared/operations/prepare';
import type { Prepare } from '../../shared/operations/single';
import { filtering, ofKind } from '../../shared/values/reading/kind';
import { isNothing } from '../../shared/values/reading/nothing';
import { readText } from '../../shared/values/reading/text';
import { shown } from '../../shared/values/shown';

/** KAIRO documents no filters and no paging, so the user enters their names. */
export const queryParametersField: INodeProperties = {
	displayName: 'Query Parameters',
	name: 'queryParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add parameter',
	default: {},
	options: [
		{
			displayName: 'Parameter',
			name: 'parameters',
			values: [
				ofKind('own', {
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. status',
				}),
				filtering(
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. active',
					},
					'Query Parameters',
				),
			],
		},
	],
	description: 'Filters and other parameters, by their names in KAIRO. KAIRO documents none.',
};

/** Names that n8n's HTTP client drops silently. */
const UNSENDABLE = new Set(['__proto__', 'constructor', 'prototype']);

/** The entered rows; none if the user added no parameter. */
function enteredRows(item: ItemParameters): Array<Record<string, unknown>> {
	const entered = item.parameter(queryParametersField.name, {});
	const rows = isRecord(entered) ? (entered.parameters ?? []) : undefined;
	if (Array.isArray(rows) && rows.every(isRecord)) return rows;
	throw invalidInput(
		'"Query Parameters" must be a list of names and values',
		'Add each parameter with a name and a value.',
	);
}

/**
 * The entered query parameters. A parameter without a value is not sent.
 * @throws ItemFailure if a name is missing, repeated or cannot be sent
 */
export function readQueryParameters(item: ItemParameters): Query {
	const query = new Map<string, unknown>();
	for (const row of enteredRows(item).filter(({ name, value }) => !isNothing(name) || !isNothing(value))) {
		if (isNothing(row.name))
			throw invalidInput('"Query Parameters" has a parameter without a name', 'Enter a name, or remove the parameter.');
		const name = readText(row.name, { label: 'Query Parameters, Name', timeZone: '' });
		if (UNSENDABLE.has(name))
			throw invalidInput(`"Query Parameters" must not contain "${shown(name)}": it cannot be sent`, 'Remove it.');
		if (query.has(name)) throw invalidInput(`"Query Parameters" contains "${shown(name)}" twice`, 'Keep one of them.');
		query.set(name, isNothing(row.value) ? undefined : row.value);
	}
	return Object.fromEntries(query);
}

/** A request that writes may use a parameter to select its target, so each must have a name and a value. */
function checkAim(item: ItemParameters, method: string): void {
	const missing = enteredRows(item).find(({ name, value }) => isNothing(name) || isNothing(value));
	if (!missing) return;
	const named = isNothing(missing.name) ? 'a parameter without a name' : `"${shown(missing.name)}" without a value`;
	throw invalidInput(
		`"Query Parameters" has ${named}`,
		`Without it, ${method} could change more than you mean. Fill it in, or remove the parameter.`,
	);
}

/** Adds the entered query parameters. @throws ItemFailure if a field already sets one of them */
export const enteredQuery: Prepare = (apiRequest, item) => {
	const { method } = apiRequest.request;
	if (method !== 'GET') checkAim(item, method);
	const entered = readQueryParameters(item);
	const { query } = apiRequest.request;
	const twice = Object.keys(entered).find((name) => Object.hasOwn(query, name) && query[name] !== undefined);
	if (twice === undefined) return withQuery(apiRequest, entered);
	throw invalidInput(
		`"Query Parameters" must not contain "${shown(twice)}", because another field sets it`,
		'Keep one of the two.',
	);
};
