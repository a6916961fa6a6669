import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../values/json';
import { isNothing } from '../values/reading/nothing';
import { readNumber } from '../values/reading/number';
import { leftInUrl } from '../values/reading/url';
import { readYesNo } from '../values/reading/yesNo';
import { shown } from '../values/shown';
import { invalidInput } from '../contract/failure';
import { readSpacing } from '../run/nodeOptions';

/** As for declarative operations (n8n-core: routing-node.js). */
export const DEFAULT_TIMEOUT_MS = 300_000;

/** What says nothing leaves the default; NaN is what is left of a number that was meant. */
const leavesDefault = (value: unknown): boolean => isNothing(value) && !Number.isNaN(value);

function readProxy(value: unknown): IHttpRequestOptions['proxy'] {
	if (leavesDefault(value)) return undefined;
	if (
		typeof value !== 'string' ||
		!URL.canParse(value) ||
		!/^https?:$/.test(new URL(value).protocol) ||
		leftInUrl(value) !== undefined
	) {
		throw invalidInput(
			'"Proxy" must be a web address',
			'Enter an address such as http://myproxy:3128, under Request Options in the settings of the node.',
		);
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
	if (leavesDefault(value)) return DEFAULT_TIMEOUT_MS;
	const ms = readNumber(value, { label: 'Timeout', timeZone: '' });
	if (ms > 0) return ms;
	throw invalidInput(
		`"Timeout" must be above 0 (got "${shown(value)}")`,
		'Enter milliseconds, under Request Options in the settings of the node.',
	);
}

/**
 * What the node's Request Options say about each request. Batching is the driver's; a fault in it is told here, so that nothing goes out.
 * @param value the node parameter `requestOptions`
 * @throws ItemFailure naming the option that does not fit
 */
export function readRequestOptions(value: unknown): Partial<IHttpRequestOptions> {
	const { proxy, timeout, allowUnauthorizedCerts } = isRecord(value) ? value : {};
	readSpacing(value);
	const chosen = readProxy(proxy);
	return {
		timeout: readTimeout(timeout),
		skipSslCertificateValidation:
			!leavesDefault(allowUnauthorizedCerts) &&
			readYesNo(allowUnauthorizedCerts, { label: 'Ignore SSL Issues (Insecure)', timeZone: '' }),
		...(chosen && { proxy: chosen }),
	};
}
