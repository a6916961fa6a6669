import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import { valueAt, isRecord } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';

/** For an answer that does not say: nobody may take that for "not on the list". */
export const notSaid = new ItemFailure({
	kind: 'unavailable',
	message: 'Kakiyo did not say whether the person is on the Do Not Contact list',
	description: 'Contact nobody on the strength of this. Run the item again, or look the person up in Kakiyo.',
});

/** The answer of `GET /dnc/check`, as `onList` and `entry`; undefined when it does not say. */
export function readDncCheck(body: unknown): IDataObject | undefined {
	const answer = valueAt(body, 'data') ?? body;
	return isRecord(answer) && typeof answer.onList === 'boolean' ? asItem(answer) : undefined;
}
