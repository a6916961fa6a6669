import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../contract/exchange';
import { openAnswer, receiveJson } from './answer';
import { DEFAULT_TIMEOUT_MS } from './requestOptions';

/** A credential after reading. */
interface ReadCredential {
	type: string;
	fields: ICredentialDataDecryptedObject;
}

const stopOf = (context: IAllExecuteFunctions): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** With a credential, n8n's HTTP client obeys only the execution's signal (n8n-core: authentication.js). */
const stoppedBy = (context: IAllExecuteFunctions, signal: AbortSignal): IAllExecuteFunctions =>
	'getExecutionCancelSignal' in context
		? Object.create(context, { getExecutionCancelSignal: { value: () => signal } })
		: context;

/**
 * One request over n8n's HTTP client, which adds the key and obeys Stop. Never throws, never follows a redirect.
 * @param credential read before, not for each request: so a failure here comes from the request
 * @param options the user's timeout, proxy, certificates
 * @param maxAnswerBytes of a success, unpacked
 */
export async function exchange(
	context: IAllExecuteFunctions,
	{ type, fields }: ReadCredential,
	baseUrl: string,
	{ method, path, query, body, headers }: OutgoingRequest,
	options: Partial<IHttpRequestOptions>,
	maxAnswerBytes: number,
): Promise<Exchange> {
	const request: IHttpRequestOptions = {
		...options,
		method,
		url: baseUrl + path,
		headers,
		qs: query as IHttpRequestOptions['qs'],
		body: body as IHttpRequestOptions['body'],
		json: true,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const credentialsDecrypted = { id: '', name: '', type, data: fields };
	const opening = async (abortSignal: AbortSignal) =>
		openAnswer(
			await context.helpers.httpRequestWithAuthentication.call(
				stoppedBy(context, abortSignal),
				type,
				{ ...request, abortSignal },
				{ credentialsDecrypted },
			),
		);
	return await receiveJson(
		opening,
		{ timeoutMs: options.timeout ?? DEFAULT_TIMEOUT_MS, stop: stopOf(context) },
		maxAnswerBytes,
	);
}
