import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../contract/failure';

/** What became of one row of a batch. */
export type RowResult = { row: IDataObject } | { failure: Failure };

/** Whether a row was carried out, or may have been. */
export const mayBeDone = (result: RowResult): boolean => !('failure' in result) || result.failure.kind === 'unknown';

/** For a row that the answer to an accepted batch does not mention. */
export const missingRow: RowResult = {
	failure: {
		kind: 'unknown',
		message: 'The outcome is unknown: the batch was accepted, but the answer says nothing about this row',
		description: 'Look the record up at the vendor before you repeat it.',
	},
};
