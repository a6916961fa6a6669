import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

/** What a process of n8n is to run; it travels as JSON. */
export interface Order {
	/** The vendor's in `nodes`. */
	folder: string;
	parameters: INodeParameters;
	items: IDataObject[];
	/** Fields of the credential. */
	account: ICredentialDataDecryptedObject;
	/** How many times faster than real time it lives, and since when (epoch ms). */
	timeScale: number;
	scaledSince: number;
}

/** What n8n says of the execution. */
export interface Ended {
	/** Items at the node's output. */
	items: number;
	/** The error of the execution, or of the first item with an error. */
	error: string | undefined;
}
