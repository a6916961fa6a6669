import type { IDataObject } from 'n8n-workflow';

import { inOneText, remedyOf, type Failure } from '../contract/failure';

/** The vendor's word on it. */
export const codesOf = ({ status, code }: Failure): IDataObject => ({
	...(status !== undefined && { httpCode: String(status) }),
	...(code !== undefined && { code }),
});

/** An item of a person who is not to be contacted: no error, as a Wait node or a table takes it on. */
export const heldBackRow = (failure: Failure): IDataObject => ({
	outcome: 'heldBack',
	...failure.held,
	message: inOneText(failure.message, failure.description),
	...(failure.status !== undefined && { details: codesOf(failure) }),
	...failure.made,
});

/** A failure as the data of an item; n8n 2.34.6 and newer route it to the error output by these members and no others. */
export function failureRow(failure: Failure): IDataObject {
	const { kind, message, made } = failure;
	return {
		error: message,
		details: {
			description: remedyOf(failure),
			outcome: kind,
			...codesOf(failure),
			...made,
		},
	};
}
