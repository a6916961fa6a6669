import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import type { RowResult } from '../contract/outcome';
import { vendorWords } from '../http/vendorWords';
import { valueAt, isRecord } from '../values/json';
import { asItem } from '../values/rows';
import { yesOrNo } from '../values/yesNo';

/** A vendor's refusal to delete, in a successful answer: `{ deleted: false }`, also in the common envelope. */
function refusalIn(said: unknown): ItemFailure | undefined {
	const refusal = [said, valueAt(said, 'data')].find((answer) => yesOrNo(valueAt(answer, 'deleted')) === false);
	if (refusal === undefined) return undefined;
	const words = vendorWords(
		valueAt(refusal, 'message') ?? valueAt(refusal, 'reason') ?? valueAt(refusal, 'error') ?? valueAt(said, 'message'),
	);
	return new ItemFailure({
		kind: 'refused',
		message: 'The API says that it was not deleted',
		description: words ? `The API says: "${words}".` : 'Look at the record at the vendor: something may still need it.',
	});
}

/** Any other value of `deleted`, such as a count, goes into the vendor's summary. */
function summaryOf(said: unknown): IDataObject {
	if (!isRecord(said)) return {};
	const { deleted, ...rest } = asItem(said);
	const isCounted = deleted !== undefined && yesOrNo(deleted) === undefined;
	return { ...(isCounted && { deletionSummary: { deleted } }), ...rest };
}

/**
 * n8n's output for a deletion, with the vendor's other members, such as counts.
 * @throws ItemFailure if the vendor says that it has not deleted the record
 */
export function deletedRow(said: unknown): IDataObject {
	const refusal = refusalIn(said);
	if (refusal) throw refusal;
	return { deleted: true, ...summaryOf(said) };
}

/** The same for a row of a batch, with the ID of the deleted record. */
export function deletedResult(said: unknown, id: IDataObject): RowResult {
	const refusal = refusalIn(said);
	return refusal ? { failure: refusal.failure } : { row: { deleted: true, ...summaryOf(said), ...id } };
}

/** For `read`. */
export const deleted = (body: unknown): IDataObject[] => [deletedRow(body)];
