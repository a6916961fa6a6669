import { z } from 'zod';

import type { RowResult } from '../../../shared/contract/outcome';
import type { OperationDescription } from '../../../shared/fields/resource';
import { readRow, rowFields, type RowKind } from '../../../shared/fields/row';
import { vendorWords } from '../../../shared/http/vendorWords';
import { valueAt, isRecord } from '../../../shared/values/json';
import { peopleColumns } from '../../input/columns';
import { profileKey, profilesMeant, profileUrls, readProfiles } from '../../profiles/address';
import { MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { profileUrlField } from '../fields';
import { stringOf } from '../../../shared/values/text';

/** The opt-outs of one cell: "a; b" are two people. */
const dncRow = z.object({
	url: profileUrls.pipe(
		z.array(z.string()).max(MAX_ROWS_PER_REQUEST, `must have at most ${MAX_ROWS_PER_REQUEST} addresses for one item`),
	),
});

type DncRow = z.infer<typeof dncRow>;

export const optOuts: RowKind<DncRow> = {
	members: [
		{ name: 'url', label: profileUrlField.displayName, required: true, meaning: profilesMeant, read: readProfiles },
	],
	known: peopleColumns,
	schema: dncRow,
};

const ALREADY_THERE = 'alreadyThere';

/** `POST /dnc` answers with the entry, or says that the person was already on the list. */
function singleResult(status: number, body: unknown, url: string): RowResult {
	if (status === 409) return { row: { url, status: ALREADY_THERE } };
	const entryId = valueAt(body, 'data', '$id');
	return { row: { url, status: 'added', ...(typeof entryId === 'string' && { entryId }) } };
}

/** `POST /dnc/batch`: a line for each address. A row without one stays unknown. */
function batchResults(body: unknown, rows: DncRow[]): RowResult[] {
	const details = valueAt(body, 'data', 'details');
	const lines = Array.isArray(details) ? details.filter(isRecord) : [];
	const byProfile = new Map(lines.map((line) => [profileKey(stringOf(line.url)), line]));
	return rows.map(({ url: urls }) => joined(urls.map((url) => lineResult(url, byProfile.get(profileKey(url))))));
}

const addressesOf = (rows: DncRow[]): string[] => [...new Set(rows.flatMap(({ url }) => url))];

/** The outcome of an item: with several addresses, the first failure decides. */
function joined(results: RowResult[]): RowResult {
	const [only, ...others] = results;
	if (only && others.length === 0) return only;
	const failed = results.find((result) => 'failure' in result);
	if (failed) return failed;
	const entries = results.flatMap((result) => ('row' in result ? [result.row] : []));
	return { row: { status: entries.some(({ status }) => status === 'added') ? 'added' : ALREADY_THERE, entries } };
}

function lineResult(url: string, line: Record<string, unknown> | undefined): RowResult {
	if (line?.status === 'added') return { row: { url, status: 'added' } };
	// Kakiyo calls a person who was already on the list a duplicate; here, a duplicate is a repeated row.
	if (line?.status === 'duplicate') return { row: { url, status: ALREADY_THERE } };
	if (line === undefined) {
		return {
			failure: {
				kind: 'unknown',
				message: `The outcome is unknown: Kakiyo accepted the list, but its answer does not mention "${url}"`,
				description: 'Use Check to see whether the person is on the list, before you add them again.',
			},
		};
	}
	const said = vendorWords(line.error) || vendorWords(line.status);
	return {
		failure: {
			kind: 'refused',
			message: `Kakiyo did not put "${url}" on the Do Not Contact list`,
			description: `Kakiyo says: "${said}". Correct the address and run the item again.`,
			quotes: [said],
		},
	};
}

/**
 * A single person goes to `POST /dnc`, several to `POST /dnc/batch`. Kakiyo documents no maximum for the batch; 100 is
 * the maximum for prospects (docs/vendors/kakiyo.md#not-documented). Safe to send again: Kakiyo lists each person only
 * once, and both answers say so.
 */
export const add: OperationDescription = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add a person to the do not contact list',
		description: 'Stop all agents from contacting the people of the input items, up to 100 per request',
		routing: routing.batch({
			endpoints: ['POST /dnc', 'POST /dnc/batch'],
			max: MAX_ROWS_PER_REQUEST,
			target: () => ({}),
			row: (item) => readRow(item, optOuts),
			keyOf: ({ url }) => [...url].sort().join(' '),
			repeated: (_row, first) => ({ ...first, status: 'duplicate' }),
			rowsMember: 'entries',
			sizeOf: ({ url }) => url.length,
			alone: {
				serves: (_target, { url }) => url.length === 1,
				request: (_target, { url: [url] }) => ({
					request: { method: 'POST', path: '/dnc', query: {}, body: { url } },
					repeatable: true,
					tolerate: ({ status, code }) => status === 409 && code === 'dnc_entry_exists',
				}),
				results: ({ status, body }, { url: [url = ''] }) => [singleResult(status, body, url)],
			},
			request: (_target, rows) => ({
				request: {
					method: 'POST',
					path: '/dnc/batch',
					query: {},
					body: { entries: addressesOf(rows).map((url) => ({ url })) },
				},
				tier: 'dncBatch',
				repeatable: true,
			}),
			results: ({ body }, rows) => batchResults(body, rows),
		}),
	},
	notice: 'No agent contacts these people from now on.',
	tool: {
		text: 'Stops all agents from contacting one person, from now on. Keeps the existing conversation.',
		arguments: {
			'fields.url': 'Profile of the person, such as linkedin.com/in/firstname-lastname',
		},
	},
	fields: rowFields(
		'optOutFields',
		'Reads the column "url", in any spelling, or that of common exports, such as "LinkedIn URL".',
		[profileUrlField],
	),
};
