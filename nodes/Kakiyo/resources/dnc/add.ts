import { z } from 'zod';

import type { RowResult } from '../../../shared/contract/outcome';
import type { OperationDescription } from '../../../shared/fields/resource';
import { dataModeField, definedBelow, readRow, type RowMember } from '../../../shared/fields/row';
import { at, isRecord } from '../../../shared/values/json';
import { normalizeProfileUrl, profileUrl } from '../../linkedin';
import { MAX_ROWS_PER_REQUEST, routing } from '../../vendor';
import { profileUrlField } from '../fields';

const dncRow = z.object({ url: profileUrl });

type DncRow = z.infer<typeof dncRow>;

const DNC_MEMBERS: RowMember[] = [{ name: 'url', label: profileUrlField.displayName, required: true }];

/** `POST /dnc`: the entry, or that the person was on the list before. */
function singleResult(status: number, body: unknown, { url }: DncRow): RowResult {
	if (status === 409) return { row: { url, status: 'duplicate' } };
	const entryId = at(body, 'data', '$id');
	return { row: { url, status: 'added', ...(typeof entryId === 'string' && { entryId }) } };
}

/** `POST /dnc/batch`: a line for each address. A row without one stays unknown. */
function batchResults(body: unknown, rows: DncRow[]): RowResult[] {
	const details = at(body, 'data', 'details');
	const lines = Array.isArray(details) ? details.filter(isRecord) : [];
	const byUrl = new Map(lines.map((line) => [normalizeProfileUrl(String(line.url)), line]));
	return rows.map(({ url }) => lineResult(url, byUrl.get(url)));
}

function lineResult(url: string, line: Record<string, unknown> | undefined): RowResult {
	if (line?.status === 'added' || line?.status === 'duplicate') return { row: { url, status: line.status } };
	if (line === undefined) {
		return {
			failure: {
				kind: 'unknown',
				message: `The outcome is unknown: Kakiyo accepted the list, but its answer does not mention "${url}"`,
				description: 'Look the person up with Check before you add it again.',
			},
		};
	}
	return {
		failure: {
			kind: 'refused',
			message: `Kakiyo did not put "${url}" on the Do Not Contact list`,
			description: `Kakiyo says: "${String(line.error ?? line.status)}". Correct the address and run the item again.`,
		},
	};
}

/**
 * [seed-family; docs dnc/add-single, dnc/add-batch] One person alone goes to `POST /dnc`, several to `POST /dnc/batch`.
 * The batch has no documented maximum; 100 is the one that seed 000 gives for prospects.
 * Who is on the list is not put there twice, and both answers say so: to send it again is harmless.
 */
export const add: OperationDescription = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add people to the do not contact list',
		description:
			'Keep all agents from contacting the people of the input items, up to 100 in one request. People who are on the list already stay on it.',
		routing: routing.batch({
			max: MAX_ROWS_PER_REQUEST,
			target: () => ({}),
			row: (item) => readRow(item, DNC_MEMBERS, dncRow),
			keyOf: ({ url }) => url,
			alone: {
				request: (_target, row) => ({
					request: { method: 'POST', path: '/dnc', query: {}, body: row },
					repeatable: true,
					tolerate: ({ status, code }) => status === 409 && code === 'dnc_entry_exists',
				}),
				results: ({ status, body }, row) => [singleResult(status, body, row)],
			},
			request: (_target, rows) => ({
				request: { method: 'POST', path: '/dnc/batch', query: {}, body: { entries: rows } },
				tier: 'dncBatch',
				repeatable: true,
			}),
			results: ({ body }, rows) => batchResults(body, rows),
		}),
	},
	fields: [dataModeField('field URL'), { ...profileUrlField, displayOptions: definedBelow }],
};
