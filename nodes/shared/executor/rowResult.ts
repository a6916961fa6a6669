import type { IDataObject } from 'n8n-workflow';

import type { Failure } from './failure';

/** What became of one row of a batch. */
export type RowResult = { row: IDataObject } | { failure: Failure };

/** Whether a row was carried out, or may have been. */
export const mayBeDone = (result: RowResult): boolean => !('failure' in result) || result.failure.kind === 'unknown';
