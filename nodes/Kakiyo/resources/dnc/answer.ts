import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import { at, isRecord } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';

/**
 * The answer of `GET /dnc/check`, as `onList` and `entry`.
 * @throws ItemFailure when it does not say: nobody may take that for "not on the list"
 */
export function readDncCheck(body: unknown): IDataObject {
	const answer = at(body, 'data') ?? body;
	if (isRecord(answer) && typeof answer.onList === 'boolean') return asItem(answer);
	throw new ItemFailure({
		kind: 'unavailable',
		message: 'Kakiyo did not say whether the person is on the Do Not Contact list',
		description: 'Contact nobody on the strength of this. Run the item again, or look the person up in Kakiyo.',
	});
}
