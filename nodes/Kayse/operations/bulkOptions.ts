import type { INodeProperties } from 'n8n-workflow';

export const ROWS_PER_REQUEST = 'rowsPerRequest';

/** Kayse documents no maximum (docs/vendors/kayse.md#c15). */
export const DEFAULT_ROWS_PER_REQUEST = 100;

export const rowsPerRequestOption: INodeProperties = {
	displayName: 'Rows per Request',
	name: ROWS_PER_REQUEST,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_ROWS_PER_REQUEST,
	description: 'Number of records in one request. Kayse allows 500 requests per hour.',
};
