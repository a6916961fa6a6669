import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** A row with a file. */
export class FileRow {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** The output of an item: data, or data with a file. */
export type Row = IDataObject | FileRow;
