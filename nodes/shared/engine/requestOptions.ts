import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../values/json';
import { isNothing } from '../values/reading/nothing';
import { shown } from '../values/shown';
import { invalidInput } from '../contract/failure';

/** As for declarative operations (n8n-core: routing-node.js). */
const DEFAULT_TIMEOUT_MS = 300_000;

function readProxy(value: unknown): IHttpRequestOptions['proxy'] {
	if (isNothing(value)) return undefined;
	if (typeof value !== 'string' || !URL.canParse(value)) {
		throw invalidInput('"Proxy" is no web address', 'Enter it as in http://myproxy:3128, under Request Options in the settings of the node.');
	}
	const { protocol, hostname, port, username, password } = new URL(value);
	const secure = protocol === 'https:';
	return {
		protocol: secure ? 'https' : 'http',
		host: hostname,
		port: port === '' ? (secure ? 443 : 80) : Number(port),
		...(username !== '' && {
			auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
		}),
	};
}

/** An expression may yield it as text. One that finds nothing leaves the default. */
function readTimeout(value: unknown): number {
	if (isNothing(value)) return DEFAULT_TIMEOUT_MS;
	const ms = typeof value === 'object' ? NaN : Number(value);
	if (Number.isFinite(ms) && ms > 0) return ms;
	throw invalidInput(`"Timeout" is "${shown(value)}", but must be above 0`, 'Enter milliseconds, under Request Options in the settings of the node.');
}

/**
 * What the node's Request Options say about each request; Batching is the driver's.
 * @param value the node parameter `requestOptions`
 * @throws ItemFailure when the proxy is no address or the timeout no time
 */
export function readRequestOptions(value: unknown): Partial<IHttpRequestOptions> {
	const { proxy, timeout, allowUnauthorizedCerts } = isRecord(value) ? value : {};
	const chosen = readProxy(proxy);
	return {
		timeout: readTimeout(timeout),
		skipSslCertificateValidation: allowUnauthorizedCerts === true,
		...(chosen && { proxy: chosen }),
	};
}
