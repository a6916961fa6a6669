import { z } from 'zod';
import type { Kayse } from '../kayse';
import { bulkRows, recordBody, recordRow } from './records';
import { bool, recordId, recordIds, rowsOf } from './types';

const maximumDeletions = 500;

const effects = { client_ids: recordIds.optional(), opt_out_voice_calls: bool.optional() };

/** The bodies of the case endpoints; lazy, because settings can add fields. */
export function caseBodies(kayse: Kayse) {
	return {
		// The table of PUT lacks the links and the opt-out, but its example sends both.
		save: z.lazy(() => recordBody(kayse, 'cases', effects)),
		bulk: z.lazy(() => z.object({ cases: bulkRows(kayse) }).strict()),
		row: recordRow(kayse, 'cases', effects),
	};
}

export type CaseBody = z.output<ReturnType<typeof caseBodies>['save']>;

export const bulkDelete = z
	.object({ ids: rowsOf(recordId, maximumDeletions), with_clients: bool.default(false) })
	.strict();
