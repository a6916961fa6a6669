import { createHash } from 'node:crypto';
import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Connection } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import { checkedBaseUrl } from '../http/baseUrl';
import { labelOf } from '../values/label';
import { exchange } from './transport';

/** Shorter texts are no secrets, and would make others unreadable. */
const SHORTEST_SECRET = 8;

function secretsIn(fields: IDataObject): string[] {
	return Object.entries(fields).flatMap(([name, value]) =>
		typeof value === 'string' && value.length >= SHORTEST_SECRET && !/url$/i.test(name) ? [value] : [],
	);
}

/**
 * Reads the credential and where it points.
 * @param options the user's: timeout, proxy, certificates
 * @throws ItemFailure when the base URL is not safe; what n8n throws when it has no such credential
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	options: Partial<IHttpRequestOptions> = {},
): Promise<Connection> {
	const fields = await context.getCredentials(vendor.credential);
	const baseUrl = checkedBaseUrl(fields.baseUrl);
	const secrets = secretsIn(fields);
	return {
		baseUrl,
		keyDigest: createHash('sha256').update(String(fields.apiKey)).digest('base64url'),
		// Vendors may quote the key that they do not accept.
		conceal: (text) => secrets.reduce((concealed, secret) => concealed.replaceAll(secret, '***'), text),
		async exchange(request, base) {
			const address = base === undefined ? baseUrl : checkedBaseUrl(fields[base], labelOf(base));
			return await exchange(context, vendor.credential, address, request, options);
		},
	};
}
