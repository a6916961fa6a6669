import type { IHttpRequestOptions } from 'n8n-workflow';

import { inOneText } from '../nodes/shared/contract/failure';
import { mayCarryKey } from '../nodes/shared/http/baseUrl';
import { stringOf } from '../nodes/shared/values/text';

/** n8n's HTTP Request node still calls it `uri`. */
type Target = Pick<IHttpRequestOptions, 'baseURL'> & { url?: unknown; uri?: unknown };

/** The target of a request; undefined if unreadable. */
function addressOf({ url, uri, baseURL }: Target): URL | undefined {
	const address = stringOf(url ?? uri ?? '');
	return URL.canParse(address, baseURL) ? new URL(address, baseURL) : undefined;
}

/** @throws Error if the key would travel in clear, or to an unreadable address; in one text, because n8n shows no description here */
export function checkTarget(request: Target): void {
	const address = addressOf(request);
	if (address !== undefined && mayCarryKey(address)) return;
	const where = address === undefined ? 'an unreadable address' : `${address.protocol}//${address.host}`;
	throw new Error(
		inOneText(`The API key was not sent to ${where}`, 'Use an address that starts with https://, or this machine.'),
	);
}
