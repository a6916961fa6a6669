import type { CreatedRecords } from '../contract/operation';
import { digestOf } from './itemKeys';
import type { Ports } from './ports';

/** Longer than the digest of a contact: a wrong match would take another person's record. */
const recordKey = (record: unknown): string => digestOf(['record', record]).slice(0, 16);

const rowKey = (row: unknown): string => digestOf(row).slice(0, 8);

/** The records that the node has created in this execution, in its memory. */
export const createdRecords = ({ memory: { made, keepMade }, lineages }: Ports): CreatedRecords => ({
	earlier(record, row) {
		const found = made(recordKey([lineages.execution, record]));
		return found && { ...found, isEqual: found.row === rowKey(row) };
	},
	keep(record, row, item) {
		keepMade(recordKey([lineages.execution, record]), { ...item, row: rowKey(row) });
	},
});
