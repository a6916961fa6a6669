import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

/** Functions, as n8n would evaluate the expressions of `IAuthenticateGeneric` anew for each request. */
type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

const withHeaders =
	(headersFor: (key: string) => Record<string, string>): Authenticate =>
	async ({ apiKey }, requestOptions) => ({
		...requestOptions,
		headers: { ...requestOptions.headers, ...headersFor(String(apiKey ?? '')) },
	});

/** The two ways in which the vendors want their key. */
export const bearer = withHeaders((key) => ({ Authorization: `Bearer ${key}` }));

/** The key itself in a header, or in each of several. */
export const apiKeyIn = (...headers: string[]): Authenticate =>
	withHeaders((key) => Object.fromEntries(headers.map((name) => [name, key])));

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
