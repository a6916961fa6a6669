import type { IHttpRequestOptions } from 'n8n-workflow';

import { inOneText } from '../nodes/shared/contract/failure';
import { mayCarryKey } from '../nodes/shared/http/baseUrl';
import { stringOf } from '../nodes/shared/values/text';

/** n8n's HTTP Request node still names it `uri`. */
type Target = Pick<IHttpRequestOptions, 'baseURL'> & { url?: unknown; uri?: unknown };

/** Where a request goes, undefined when that cannot be read. */
function addressOf({ url, uri, baseURL }: Target): URL | undefined {
	const address = stringOf(url ?? uri ?? '');
	return URL.canParse(address, baseURL) ? new URL(address, baseURL) : undefined;
}

/** @throws Error in one text, as n8n shows no second one, when the key would travel in clear, or nobody knows where to */
export function checkTarget(request: Target): void {
	const address = addressOf(request);
	if (address !== undefined && mayCarryKey(address)) return;
	const where = address === undefined ? 'an address that cannot be read' : `${address.protocol}//${address.host}`;
	throw new Error(
		inOneText(
			`The API key was not sent to ${where}`,
			'Keys are sent to addresses that start with https:// only, or to this machine.',
		),
	);
}
