import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { inOneText } from '../nodes/shared/contract/failure';
import { isReadingMethod, isReadOnly, READ_ONLY, READ_ONLY_LABEL } from '../nodes/shared/http/readOnly';

export const readOnlyField = (vendorName: string): INodeProperties => ({
	displayName: READ_ONLY_LABEL,
	name: READ_ONLY,
	type: 'boolean',
	default: false,
	description: `Whether this credential is for reading only: nothing that changes something in ${vendorName}, calls or writes to a person leaves with it, neither from a node or trigger of ${vendorName} nor from an HTTP Request node. For the tools of an agent, for instance, or to try a workflow out.`,
});

/** @throws Error in one text, as n8n shows no second one, for a request that writes with a credential that is for reading only */
export function checkMayWrite(
	credential: ICredentialDataDecryptedObject,
	{ method }: Pick<IHttpRequestOptions, 'method'>,
): void {
	if (isReadingMethod(method) || !isReadOnly(credential)) return;
	throw new Error(
		inOneText(
			`Not sent: "${READ_ONLY_LABEL}" is on in the credential, which lets no ${String(method).toUpperCase()} out`,
			'Choose a credential that may write, or switch it off in this one.',
		),
	);
}
