import type { IDataObject } from 'n8n-workflow';

import { inOneText, remedyOf, type Failure } from '../contract/failure';

/** An item of a person who is not to be contacted now: no error, as a Wait node or a table takes it on. Its input's own columns go with it. */
export const heldBackRow = ({ message, description, held, made }: Failure, input: IDataObject = {}): IDataObject => ({
	...input,
	outcome: 'heldBack',
	...held,
	message: inOneText(message, description),
	...made,
});

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
