import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { Authenticate } from '../../../credentials/schemes';
import type { Exchange } from '../contract/exchange';
import { inOneText, inputFailure } from '../contract/failure';
import { answerLimits } from '../http/answerLimits';
import { checkBaseUrls, checkedBaseUrl } from '../http/baseUrl';
import { faultOfKey, type KeyCheck } from '../http/keyCheck';
import { Secrets } from '../http/secrets';
import { readApiKey } from '../values/apiKey';
import { openAnswer, receiveJson } from './answer';
import { systemTime } from './systemTime';
import { stringOf } from '../values/text';

/** Limited, because a person waits in front of the form. */
const TIMEOUT_MS = 20_000;

/**
 * The test of a credential, in words. n8n's own test (`test` of the credential type) follows redirects with the key,
 * accepts any answer with status 200, and shows only the code of a network failure.
 */
export const keyTest = (check: KeyCheck, authenticate: Authenticate): ICredentialTestFunction =>
	async function (this: ICredentialTestFunctions, { data = {} }) {
		const fault = await testOf(this, check, authenticate, data).catch((thrown: unknown) => {
			const { message, description } = inputFailure(thrown);
			return inOneText(message, description);
		});
		return fault === undefined
			? { status: 'OK', message: 'Connection successful!' }
			: { status: 'Error', message: new Secrets([stringOf(data.apiKey ?? '').trim()]).concealedText(fault) };
	};

/** @throws ItemFailure when a field of the credential is not valid; nothing is sent then */
async function testOf(
	context: ICredentialTestFunctions,
	check: KeyCheck,
	authenticate: Authenticate,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	const apiKey = readApiKey(data.apiKey);
	checkBaseUrls(data);
	const url = `${checkedBaseUrl(data.baseUrl ?? check.vendor.baseUrls.baseUrl)}${check.path}`;
	const { headers } = await authenticate({ ...data, apiKey }, { url });
	const answer = await answerOf(context, url, headers);
	return faultOfKey(check, new Secrets([apiKey]).outOfRefusal(answer), systemTime.now());
}

/**
 * One reading by the only HTTP helper that n8n gives to the test of a credential. Never throws, never follows a
 * redirect.
 */
async function answerOf(
	context: ICredentialTestFunctions,
	uri: string,
	headers: IHttpRequestOptions['headers'],
): Promise<Exchange> {
	const request = {
		method: 'GET',
		uri,
		headers,
		json: true,
		useStream: true,
		followRedirect: false,
		simple: false,
		resolveWithFullResponse: true,
		timeout: TIMEOUT_MS,
	};
	return await receiveJson(
		async () => openAnswer(await context.helpers.request(request)),
		{ timeoutMs: TIMEOUT_MS },
		answerLimits().list,
	);
}
