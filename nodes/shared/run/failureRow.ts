import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../contract/failure';

/** A failure as the data of an item; n8n 2.34.4 and newer route it to the error output by these members and no others. */
export const failureRow = ({ kind, message, description, status, code, made }: Failure): IDataObject => ({
	error: message,
	details: {
		description,
		outcome: kind,
		...(status !== undefined && { httpCode: String(status) }),
		...(code !== undefined && { code }),
		...made,
	},
});
