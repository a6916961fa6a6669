import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import { valueAt, isRecord } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';

/** For an answer without a clear result: it must not read as "not on the list". */
export const unclearCheck = new ItemFailure({
	kind: 'unavailable',
	message: 'Kakiyo did not say whether the person is on the Do Not Contact list',
	description: 'Do not contact the person yet. Run the item again, or check the person in Kakiyo.',
});

/** The answer of `GET /dnc/check`, as `onList` and `entry`; undefined if it is unclear. */
export function readDncCheck(body: unknown): IDataObject | undefined {
	const answer = valueAt(body, 'data') ?? body;
	return isRecord(answer) && typeof answer.onList === 'boolean' ? asItem(answer) : undefined;
}
