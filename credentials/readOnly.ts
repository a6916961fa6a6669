import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { inOneText } from '../nodes/shared/contract/failure';
import { isReadingMethod, isReadOnly, READ_ONLY, READ_ONLY_LABEL } from '../nodes/shared/http/readOnly';

/** The switch that lets a credential read only. */
export const readOnlyField = (vendorName: string): INodeProperties => ({
	displayName: READ_ONLY_LABEL,
	name: READ_ONLY,
	type: 'boolean',
	default: false,
	description: `Whether this credential is for reading only. It then sends nothing that changes data in ${vendorName}, or calls or writes to a person, also from an HTTP Request node. Use it for the tools of an agent, or to try a workflow.`,
});

/** @throws Error for a writing request with a read-only credential; in one text, because n8n shows no description here */
export function checkMayWrite(
	credential: ICredentialDataDecryptedObject,
	{ method }: Pick<IHttpRequestOptions, 'method'>,
): void {
	if (isReadingMethod(method) || !isReadOnly(credential)) return;
	throw new Error(
		inOneText(
			`Not sent: "${READ_ONLY_LABEL}" is on in the credential, so it sends no ${String(method).toUpperCase()} request`,
			'Choose another credential, or turn it off in this one.',
		),
	);
}
