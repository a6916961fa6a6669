import { invalidInput } from '../contract/failure';
import { labelOf } from '../values/label';
import { leftInUrl } from '../values/reading/url';
import { shown } from '../values/shown';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Browsers and proxies accept no longer addresses. */
const LONGEST = 2_000;

/** Whether a key may travel to this address: over HTTPS, or to this machine. */
export const mayCarryKey = ({ protocol, hostname }: URL): boolean =>
	protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));

/**
 * A credential's base URL, without a slash at the end. It must be HTTPS, so that the key is always encrypted; plain
 * HTTP is allowed for a sandbox on this machine.
 * @param label of the credential's field
 * @throws ItemFailure naming the field
 */
export function checkedBaseUrl(value: unknown, label = 'Base URL'): string {
	const text = typeof value === 'string' && value.length <= LONGEST ? value.trim() : '';
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !mayCarryKey(url) || url.username || url.password || /[?#]/.test(text)) {
		throw invalidInput(
			`"${label}" in the credential must be an https:// address, as the key is sent to it`,
			'Enter an address that starts with https:// and has no user name, "?" or "#" in it.',
		);
	}
	const left = leftInUrl(text);
	if (left !== undefined)
		throw invalidInput(
			`"${label}" in the credential has "${shown(left)}" in it: a part of the address is missing`,
			'Correct it in the credential.',
		);
	return url.href.replace(/(?<!\/)\/+$/, '');
}

/** The base URLs of a credential, by the names of their fields. */
const BASE_URL = /^(?:b|.*B)aseUrl$/;

/**
 * Checks every base URL of a credential.
 * @throws ItemFailure naming the field that is not valid
 */
export function checkBaseUrls(credential: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(credential)) if (BASE_URL.test(name)) checkedBaseUrl(value, labelOf(name));
}

/**
 * The host of a base URL, the same for all its spellings: with and without "www.", and for all names of this machine.
 * Another port is another host.
 * @param baseUrl see `checkedBaseUrl`
 */
export function hostOf(baseUrl: string): string {
	const { hostname, host, port } = new URL(baseUrl);
	if (LOOPBACK.has(hostname)) return `localhost:${port}`;
	return host.replace(/^www\./, '');
}
