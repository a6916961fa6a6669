import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** A row that brings a file along. */
export class FileRow {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What an item brings: data, or data with a file. */
export type Row = IDataObject | FileRow;
