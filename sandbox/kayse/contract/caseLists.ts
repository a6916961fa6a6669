import { z } from 'zod';
import { queryBoolean, queryInteger } from '../../server/fields';
import type { Kayse } from '../kayse';
import { bulkRows, recordBody, recordRow } from './records';
import { keyQuery, recordIds } from './types';

const maximumPageSize = 100;
const defaultPageSize = 25;

export const caseListsQuery = z
	.object({
		...keyQuery,
		page: queryInteger(1).default('1'),
		page_size: queryInteger(1, maximumPageSize).default(String(defaultPageSize)),
		hide_empty: queryBoolean.default('false'),
	})
	.strict();

/** The two keys that are documented; Kayse's "etc." stays unknown here (docs/vendors/kayse.md#c15). */
const filter = z
	.object(
		{ case_type_ids: recordIds.optional(), status_ids: recordIds.optional() },
		{ invalid_type_error: 'must be an object' },
	)
	.strict();

const effects = {
	filter: filter.nullable().optional(),
	include_ids: recordIds.optional(),
	exclude_ids: recordIds.optional(),
};

/** The bodies of the case list endpoints; lazy, because settings can add fields. */
export function caseListBodies(kayse: Kayse) {
	return {
		create: z.lazy(() => recordBody(kayse, 'case_lists', effects)),
		bulk: z.lazy(() => z.object({ lists: bulkRows(kayse) }).strict()),
		row: recordRow(kayse, 'case_lists', effects),
	};
}

export type CaseListBody = z.output<ReturnType<typeof caseListBodies>['create']>;
