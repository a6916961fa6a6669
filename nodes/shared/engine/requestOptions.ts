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

/** An empty value leaves the default; NaN means that the text is not a number. */
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

/** An expression may return it as text. An expression without a result leaves the default. */
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
 * The node's Request Options for each request. The driver handles Batching; a fault in it is reported here, so that
 * nothing is sent.
 * @param value the node parameter `requestOptions`
 * @throws ItemFailure naming the option that is not valid
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
