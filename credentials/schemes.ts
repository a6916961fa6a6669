import type { IAuthenticateGeneric, INodeProperties } from 'n8n-workflow';

/** The two ways in which the vendors want their key. n8n fills in the expression when it sends a request. */
export const bearer: IAuthenticateGeneric = {
	type: 'generic',
	properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
};

/** The key itself in a header, or in each of several. */
export const apiKeyIn = (...headers: string[]): IAuthenticateGeneric => ({
	type: 'generic',
	properties: { headers: Object.fromEntries(headers.map((name) => [name, '={{$credentials.apiKey}}'])) },
});

/** The fields of every credential of this package. */
export const keyFields = (vendor: {
	name: string;
	/** Where the user finds the key. */
	keyHint: string;
	baseUrl: string;
	/** When it is another one. */
	baseUrlHint?: string;
}): INodeProperties[] => [
	{
		displayName: 'API Key',
		name: 'apiKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description: vendor.keyHint,
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: vendor.baseUrl,
		required: true,
		description: `Address of the ${vendor.name} API. ${vendor.baseUrlHint ?? 'Only change it for a test server.'}`,
	},
];
