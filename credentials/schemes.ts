import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import type { Vendor } from '../nodes/shared/contract/vendor';
import { checkBaseUrls } from '../nodes/shared/http/baseUrl';
import { readApiKey } from '../nodes/shared/values/apiKey';
import { allowedDomainsFields } from './allowedDomains';
import { checkMayWrite, readOnlyField } from './readOnly';
import { addressFields, otherServerField } from './server';
import { checkTarget } from './target';

/** Functions, as n8n would evaluate the expressions of `IAuthenticateGeneric` anew for each request. */
export type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

/** Under the names of both of n8n's HTTP clients. A server could send the key on in clear, or to another host that is allowed. */
const NO_REDIRECT = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false };

/** Of every request with a key, whoever makes it: the nodes, the test, n8n's own HTTP Request. Throws where the key may not go. */
const withHeaders =
	(headersFor: (key: string) => Record<string, string>): Authenticate =>
	async (credential, requestOptions) => {
		const headers = headersFor(readApiKey(credential.apiKey));
		checkBaseUrls(credential);
		checkTarget(requestOptions);
		checkMayWrite(credential, requestOptions);
		return { ...requestOptions, ...NO_REDIRECT, headers: { ...requestOptions.headers, ...headers } };
	};

/** The two ways in which the vendors want their key. */
export const bearer = withHeaders((key) => ({ Authorization: `Bearer ${key}` }));

/** The key itself in a header, or in each of several. */
export const apiKeyIn = (...headers: string[]): Authenticate =>
	withHeaders((key) => Object.fromEntries(headers.map((name) => [name, key])));

/** For plans that allow more or less than what is documented. */
const requestsPerMinute = (name: string, documented: string): INodeProperties => ({
	displayName: 'Requests per Minute',
	name: 'requestsPerMinute',
	// A text, because a number that is cleared in the panel need not be empty.
	type: 'string',
	default: '',
	placeholder: 'e.g. 120',
	description: `Only if your plan allows another number than ${name} documents (${documented}): replaces each of these numbers. Leave empty to keep them. What ${name} announces in its answers comes before either.`,
});

/** Shown as soon as such a key is entered. */
const keyNotice = ({ prefix, warning }: NonNullable<Vendor['misleadingKey']>): INodeProperties => ({
	displayName: warning,
	name: 'keyNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { apiKey: [{ _cnd: { startsWith: prefix } }] } },
});

/** The fields of every credential of this package. */
export const keyFields = (vendor: {
	name: string;
	/** Where the user finds the key. */
	keyHint: string;
	baseUrls: { baseUrl: string };
	/** When it is another one. */
	serverHint?: string;
	/** What to know of a key that begins so. */
	misleadingKey?: Vendor['misleadingKey'];
	/** What the vendor documents by the minute, where it does: "60 for reads". */
	perMinute?: string;
}): INodeProperties[] => [
	{
		displayName: vendor.keyHint,
		name: 'keyHint',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'API Key',
		name: 'apiKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
	},
	...(vendor.misleadingKey === undefined ? [] : [keyNotice(vendor.misleadingKey)]),
	readOnlyField(vendor.name),
	...(vendor.perMinute === undefined ? [] : [requestsPerMinute(vendor.name, vendor.perMinute)]),
	...allowedDomainsFields(vendor.name, [
		...new Set(Object.values(vendor.baseUrls).map((address) => new URL(address).hostname)),
	]),
	otherServerField(vendor.name, vendor.serverHint),
	...addressFields(
		{ displayName: 'Base URL', name: 'baseUrl', description: `Address of the ${vendor.name} API` },
		vendor.baseUrls.baseUrl,
	),
];
