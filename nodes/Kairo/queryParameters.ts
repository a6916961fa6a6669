import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../shared/contract/failure';
import type { ItemParameters } from '../shared/contract/operation';
import type { Query } from '../shared/paging/pages';
import { at, isRecord } from '../shared/values/json';
import { withQuery } from '../shared/operations/prepare';
import type { Prepare } from '../shared/operations/single';
import { filtering } from '../shared/values/reading/kind';
import { isNothing } from '../shared/values/reading/nothing';
import { shown } from '../shared/values/shown';

/** KAIRO publishes no filters and no paging, so they are the user’s to name. */
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
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. status',
				},
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
	description: 'Filters and the like, as KAIRO names them; it publishes none',
};

/** Names that n8n's HTTP client leaves out of an address without a word. */
const UNSENDABLE = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What is entered under Query Parameters; one that is left empty filters by nothing.
 * @throws ItemFailure for a name that is missing, comes twice, or cannot be sent
 */
export function readQueryParameters(item: ItemParameters): Query {
	const rows = at(item.parameter(queryParametersField.name, {}), 'parameters');
	const query = new Map<string, unknown>();
	for (const row of (Array.isArray(rows) ? rows : []).filter(isRecord)) {
		if (isNothing(row.name)) throw invalidInput('"Query Parameters" has one without a name', 'Enter its name, or remove it.');
		const name = String(row.name).trim();
		if (UNSENDABLE.has(name)) throw invalidInput(`"Query Parameters" names "${shown(name)}", which cannot be sent`, 'Remove it.');
		if (query.has(name)) throw invalidInput(`"Query Parameters" names "${shown(name)}" twice`, 'Keep one of them.');
		query.set(name, isNothing(row.value) ? undefined : row.value);
	}
	return Object.fromEntries(query);
}

export const enteredQuery: Prepare = (apiRequest, item) => withQuery(apiRequest, readQueryParameters(item));
