import type { IDataObject } from 'n8n-workflow';

import { inOneText, remedyOf, type Failure } from '../contract/failure';

/** The vendor's own message. */
export const codesOf = ({ status, code }: Failure): IDataObject => ({
	...(status !== undefined && { httpCode: String(status) }),
	...(code !== undefined && { code }),
});

/** The row for a person who must not be contacted. It is not an error, so that a Wait node or a table can use it. */
export const heldBackRow = (failure: Failure): IDataObject => ({
	outcome: 'heldBack',
	...failure.held,
	message: inOneText(failure.message, failure.description),
	...(failure.status !== undefined && { details: codesOf(failure) }),
	...failure.made,
});

/** A failure as the data of an item. n8n 2.34.6 and newer use exactly these members to route it to the error output. */
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
