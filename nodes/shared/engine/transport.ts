import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../contract/exchange';
import { classifyTransportError } from '../http/transportFailure';
import { isRecord } from '../values/json';

function textHeaders(headers: unknown): Record<string, string> {
	const entries = isRecord(headers) ? Object.entries(headers) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** A full response of n8n's HTTP client. */
export function exchangeOf(response: unknown): Exchange {
	const status = isRecord(response) ? Number(response.statusCode) : NaN;
	if (!isRecord(response) || Number.isNaN(status)) {
		return { failure: { kind: 'doubtful', reason: 'no status' } };
	}
	return { response: { status, headers: textHeaders(response.headers), body: response.body } };
}

/** A credential as it was read. */
interface ReadCredential {
	type: string;
	fields: ICredentialDataDecryptedObject;
}

/**
 * One request over n8n's HTTP client, which adds the key and obeys Stop. Never throws, never follows a redirect.
 * @param credential not read again for each request: what fails here has to do with the request
 * @param options the user's: timeout, proxy, certificates
 */
export async function exchange(
	context: IAllExecuteFunctions,
	{ type, fields }: ReadCredential,
	baseUrl: string,
	{ method, path, query, body, headers }: OutgoingRequest,
	options: Partial<IHttpRequestOptions>,
): Promise<Exchange> {
	const request: IHttpRequestOptions = {
		...options,
		method,
		url: baseUrl + path,
		headers,
		qs: query as IHttpRequestOptions['qs'],
		body: body as IHttpRequestOptions['body'],
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(context, type, request, {
			credentialsDecrypted: { id: '', name: '', type, data: fields },
		});
		return exchangeOf(response);
	} catch (error) {
		return { failure: classifyTransportError(error) };
	}
}
