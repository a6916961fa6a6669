import { z } from 'zod';
import type { Kayse } from '../kayse';
import { bulkRows, recordBody, recordRow } from './records';
import { bool, recordId, recordIds } from './types';

const effects = { case_ids: recordIds.optional(), voice_calls_opted_out: bool.optional() };

/** Kayse's table has `case_id`, its example `case_ids` (docs/vendors/kayse.md#c4). */
const createEffects = { ...effects, case_id: recordId.optional() };

/** The bodies of the client endpoints; lazy, because settings can add fields. */
export function clientBodies(kayse: Kayse) {
	return {
		create: z.lazy(() => recordBody(kayse, 'clients', createEffects)),
		replace: z.lazy(() => recordBody(kayse, 'clients', effects)),
		bulk: z.lazy(() => z.object({ clients: bulkRows(kayse) }).strict()),
		row: recordRow(kayse, 'clients', createEffects),
	};
}

export type ClientBody = z.output<ReturnType<typeof clientBodies>['create']>;
