import type { IDataObject } from 'n8n-workflow';

import { remedyOf, type Failure } from '../contract/failure';

/** A failure as the data of an item; n8n 2.34.4 and newer route it to the error output by these members and no others. */
export function failureRow(failure: Failure): IDataObject {
	const { kind, message, status, code, made } = failure;
	return {
		error: message,
		details: {
			description: remedyOf(failure),
			outcome: kind,
			...(status !== undefined && { httpCode: String(status) }),
			...(code !== undefined && { code }),
			...made,
		},
	};
}
