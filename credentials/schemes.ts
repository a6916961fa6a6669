import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import type { Vendor } from '../nodes/shared/contract/vendor';
import { checkBaseUrls } from '../nodes/shared/http/baseUrl';
import { readApiKey } from '../nodes/shared/values/apiKey';
import { allowedDomainsFields } from './allowedDomains';
import { checkMayWrite, readOnlyField } from './readOnly';
import { addressFields, otherServerField } from './server';
import { checkTarget } from './target';

/** Functions, because n8n evaluates the expressions of `IAuthenticateGeneric` again for each request. */
export type Authenticate = (
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

/** No redirects, in the option names of both n8n HTTP clients: a redirect could send the key in clear, or to another allowed host. */
const NO_REDIRECT = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false };

/** Runs for every request with a key: of the nodes, the test, n8n's own HTTP Request. Throws if the key must not go there. */
const withHeaders =
	(headersFor: (key: string) => Record<string, string>): Authenticate =>
	async (credential, requestOptions) => {
		const headers = headersFor(readApiKey(credential.apiKey));
		checkBaseUrls(credential);
		checkTarget(requestOptions);
		checkMayWrite(credential, requestOptions);
		return { ...requestOptions, ...NO_REDIRECT, headers: { ...requestOptions.headers, ...headers } };
	};

/** The two authentication schemes of the vendors. */
export const bearer = withHeaders((key) => ({ Authorization: `Bearer ${key}` }));

/** The bare key in one or more headers. */
export const apiKeyIn = (...headers: string[]): Authenticate =>
	withHeaders((key) => Object.fromEntries(headers.map((name) => [name, key])));

/** For plans with other limits than documented. */
const requestsPerMinute = (name: string, documented: string): INodeProperties => ({
	displayName: 'Requests per Minute',
	name: 'requestsPerMinute',
	// A text, because a cleared number in the panel may not be empty.
	type: 'string',
	default: '',
	placeholder: 'e.g. 120',
	description: `Only if your plan has another limit than ${name} documents (${documented}). This number replaces all of these. Limits in the answers of ${name} come first.`,
});

const notice = (name: string, text: string): INodeProperties => ({
	displayName: text,
	name,
	type: 'notice',
	default: '',
});

/** Notice for keys with this prefix. */
const keyNotice = ({ prefix, warning }: NonNullable<Vendor['misleadingKey']>): INodeProperties => ({
	...notice('keyNotice', warning),
	displayOptions: { show: { apiKey: [{ _cnd: { startsWith: prefix } }] } },
});

/** The fields of every credential of this package. */
export const keyFields = (vendor: {
	name: string;
	/** Tells the user where to find the key. */
	keyHint: string;
	baseUrls: { baseUrl: string };
	/** Tells the user what holds for all operations of this vendor. */
	apiNotice?: string;
	/** Tells the user when to change the Base URL. */
	serverHint?: string;
	/** Notice for a key with this prefix. */
	misleadingKey?: Vendor['misleadingKey'];
	/** The vendor's documented limits per minute: "60 for reads". */
	perMinute?: string;
}): INodeProperties[] => [
	notice('keyHint', vendor.keyHint),
	{
		displayName: 'API Key',
		name: 'apiKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
	},
	...(vendor.misleadingKey === undefined ? [] : [keyNotice(vendor.misleadingKey)]),
	...(vendor.apiNotice === undefined ? [] : [notice('apiNotice', vendor.apiNotice)]),
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
