import { createHash } from 'node:crypto';
import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { OutgoingRequest } from '../contract/exchange';
import type { Connection } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import { checkedBaseUrl, hostOf } from '../http/baseUrl';
import { invalidInput } from '../contract/failure';
import { READ_ONLY } from '../http/readOnly';
import { Secrets } from '../http/secrets';
import { readApiKey } from '../values/apiKey';
import { isRecord } from '../values/json';
import { isFilled } from '../values/filled';
import { labelOf } from '../values/label';
import { shown } from '../values/shown';
import { exchange } from './transport';

/** Fields of this package's credentials that hold a secret, or the name of its owner. */
const SECRET_FIELD = /^(?:apiKey|password|login)$/;

const secretsIn = (fields: IDataObject): string[] =>
	Object.entries(fields).flatMap(([name, value]) =>
		SECRET_FIELD.test(name) && typeof value === 'string' ? [value] : [],
	);

/** Secrets in the request, such as the signing secret of a webhook. */
const SENT_SECRET = /^(?:secret|password)$/;

const sentSecrets = (body: unknown): string[] =>
	isRecord(body)
		? Object.entries(body).flatMap(([name, value]) =>
				SENT_SECRET.test(name) && typeof value === 'string' ? [value] : [],
			)
		: [];

/** The credential that the node uses: its only one, or the one that its field Authentication chooses. */
export const credentialTypeOf = (
	context: Pick<IAllExecuteFunctions, 'getNode'>,
	{ credential, otherCredentials }: Pick<Vendor, 'credential' | 'otherCredentials'>,
): string => otherCredentials?.get(context.getNode().parameters.authentication) ?? credential;

/** The credential's field Requests per Minute; an older credential lacks it. */
function readRequestsPerMinute(value: unknown): number | undefined {
	if (!isFilled(value)) return undefined;
	const requests = Number(value);
	if (Number.isInteger(requests) && requests >= 1) return requests;
	throw invalidInput(
		`"Requests per Minute" in the credential must be a whole number from 1 (got "${shown(value)}")`,
		'Correct it in the credential, or leave it empty for what the vendor documents.',
	);
}

/**
 * The vendor's own address if the credential has none: n8n leaves hidden fields out.
 * @throws ItemFailure naming the field
 */
const addressIn = (fields: ICredentialDataDecryptedObject, { baseUrls }: Vendor, name: string): string =>
	checkedBaseUrl(fields[name] ?? baseUrls[name], labelOf(name));

/** A vendor counts by key, in all credentials with this key and at all of the vendor's addresses. */
function accountOf(vendor: Vendor, baseUrl: string, apiKey: unknown): string {
	const key = typeof apiKey === 'string' ? apiKey.trim() : apiKey;
	return createHash('sha256')
		.update(JSON.stringify([vendor.name, hostOf(baseUrl), key]))
		.digest('base64url');
}

/**
 * The key goes to one host. n8n's own list of domains is for nodes whose user chooses the host, such as HTTP Request.
 * If the host is set by the node, n8n treats it as listed (n8n-workflow: credential-domain-restrictions.js). A version
 * of n8n without these options follows no redirect either.
 */
const keyStaysAt = (baseUrl: string): Partial<IHttpRequestOptions> => ({
	allowedDomains: new URL(baseUrl).hostname,
	sendCredentialsOnCrossOriginRedirect: false,
});

/**
 * Reads the credential and its base URL.
 * @param options the user's timeout, proxy, certificates
 * @throws ItemFailure when the key, the base URL or Requests per Minute is not valid; n8n's own error when there is no
 * such credential
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	options: Partial<IHttpRequestOptions> = {},
): Promise<Connection> {
	const type = credentialTypeOf(context, vendor);
	const read = await context.getCredentials(type);
	const apiKey = readApiKey(read.apiKey);
	const fields: ICredentialDataDecryptedObject = { ...read, apiKey };
	const baseUrl = addressIn(fields, vendor, 'baseUrl');
	const secrets = new Secrets(secretsIn(fields), apiKey);
	const secretsOf = ({ body }: OutgoingRequest): Secrets => {
		const sent = sentSecrets(body);
		return sent.length === 0 ? secrets : new Secrets([...secretsIn(fields), ...sent], apiKey);
	};
	const addressOf = (base?: string): string => (base === undefined ? baseUrl : addressIn(fields, vendor, base));
	return {
		baseUrl,
		addressOf,
		account: accountOf(vendor, baseUrl, fields.apiKey),
		requestsPerMinute: readRequestsPerMinute(fields.requestsPerMinute),
		fields,
		secretsOf,
		apiKey: new Secrets([apiKey], apiKey),
		async exchange(request, { maxAnswerBytes, base, onlyReads }) {
			const address = addressOf(base);
			// n8n's authentication sees only the method. Whether a POST only reads is known here.
			return secretsOf(request).outOfRefusal(
				await exchange(
					context,
					{ type, fields: onlyReads ? { ...fields, [READ_ONLY]: false } : fields },
					address,
					request,
					{ ...options, ...keyStaysAt(address) },
					maxAnswerBytes,
				),
			);
		},
	};
}
