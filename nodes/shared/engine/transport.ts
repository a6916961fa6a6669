import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../values/json';
import { classifyTransportError, type Exchange, type OutgoingRequest } from '../contract/exchange';

/** Where requests go and on whose behalf. */
export interface Connection {
	/** Without a slash at the end. */
	baseUrl: string;
	/** The base URL in another field of the credential. Throws ItemFailure when it is not safe. */
	baseUrlIn(field: string): string;
	credential: string;
	/** Takes the key out of a text that the vendor wrote. */
	conceal(text: string): string;
	/** Options of the node that n8n collected: timeout, proxy, certificates, domain rule. */
	options: IHttpRequestOptions;
}

const hostOf = (url: string): string => new URL(url).hostname;

/** n8n lets a credential's own host through its domain list; it knows that host only for a fixed base URL. */
function withOwnHost(allowedDomains: string | undefined, baseUrl: string): string | undefined {
	return allowedDomains === undefined ? undefined : `${hostOf(baseUrl)}, ${allowedDomains}`;
}

function textHeaders(headers: unknown): Record<string, string> {
	const entries = isRecord(headers) ? Object.entries(headers) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** One request over n8n's HTTP client, which adds the key and obeys Stop. Never throws, never follows a redirect. */
export async function exchange(
	context: IAllExecuteFunctions,
	{ baseUrl, credential, options }: Omit<Connection, 'baseUrlIn' | 'conceal'>,
	{ method, path, query, body, headers }: OutgoingRequest,
): Promise<Exchange> {
	const request: IHttpRequestOptions = {
		...options,
		baseURL: undefined,
		allowedDomains: withOwnHost(options.allowedDomains, baseUrl),
		method,
		url: baseUrl + path,
		headers: { ...options.headers, ...headers },
		qs: query as IHttpRequestOptions['qs'],
		body: body as IHttpRequestOptions['body'],
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credential,
			request,
		);
		const status = isRecord(response) ? Number(response.statusCode) : NaN;
		if (!isRecord(response) || Number.isNaN(status)) {
			return { failure: { kind: 'doubtful', reason: 'no status' } };
		}
		return {
			response: {
				status,
				headers: textHeaders(response.headers),
				body: response.body,
			},
		};
	} catch (error) {
		return { failure: classifyTransportError(error) };
	}
}
