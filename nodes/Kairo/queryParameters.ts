import type { INodeProperties } from 'n8n-workflow';

import { unfit } from '../shared/executor/failure';
import type { Call } from '../shared/executor/operation';
import type { Query } from '../shared/executor/pages';
import { at, isRecord } from '../shared/json';
import { withQuery } from '../shared/operations/prepare';
import type { Prepare } from '../shared/operations/single';

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
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. active',
				},
			],
		},
	],
	description: 'Filters and the like, as KAIRO names them; it publishes none',
};

/**
 * What is entered under Query Parameters; one that is left empty filters by nothing.
 * @throws ItemFailure for a name that is missing or comes twice
 */
export function readQueryParameters(call: Call): Query {
	const rows = at(call.field(queryParametersField.name, {}), 'parameters');
	const query: Query = {};
	for (const row of (Array.isArray(rows) ? rows : []).filter(isRecord)) {
		const name = String(row.name ?? '').trim();
		if (name === '') throw unfit('"Query Parameters" has one without a name', 'Enter its name, or remove it.');
		if (name in query) throw unfit(`"Query Parameters" names "${name}" twice`, 'Keep one of them.');
		query[name] = row.value === '' ? undefined : row.value;
	}
	return query;
}

export const enteredQuery: Prepare = (apiRequest, call) => withQuery(apiRequest, readQueryParameters(call));
