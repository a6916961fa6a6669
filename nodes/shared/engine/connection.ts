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

/** Fields of the credentials of this package that hold a secret, or name the person whose it is. */
const SECRET_FIELD = /^(?:apiKey|password|login)$/;

const secretsIn = (fields: IDataObject): string[] =>
	Object.entries(fields).flatMap(([name, value]) =>
		SECRET_FIELD.test(name) && typeof value === 'string' ? [value] : [],
	);

/** What a request registers, such as the secret that a webhook is signed with. */
const SENT_SECRET = /^(?:secret|password)$/;

const sentSecrets = (body: unknown): string[] =>
	isRecord(body)
		? Object.entries(body).flatMap(([name, value]) =>
				SENT_SECRET.test(name) && typeof value === 'string' ? [value] : [],
			)
		: [];

/** The credential that the node uses: its one, or the one that its field Authentication chooses. */
export const credentialTypeOf = (
	context: Pick<IAllExecuteFunctions, 'getNode'>,
	{ credential, otherCredentials }: Pick<Vendor, 'credential' | 'otherCredentials'>,
): string => otherCredentials?.get(context.getNode().parameters.authentication) ?? credential;

/** The credential's field Requests per Minute; a credential of before it had one has none. */
function readRequestsPerMinute(value: unknown): number | undefined {
	if (!isFilled(value)) return undefined;
	const requests = Number(value);
	if (Number.isInteger(requests) && requests >= 1) return requests;
	throw invalidInput(
		`"Requests per Minute" in the credential must be a whole number from 1 (got "${shown(value)}")`,
		'Correct it in the credential, or leave it empty for what the vendor documents.',
	);
}

/** The vendor's own where the credential names none: n8n leaves out what its form does not show. @throws ItemFailure naming the field */
const addressIn = (fields: ICredentialDataDecryptedObject, { baseUrls }: Vendor, name: string): string =>
	checkedBaseUrl(fields[name] ?? baseUrls[name], labelOf(name));

/** A vendor counts by key, however the user has entered it and by which of its addresses the requests come. */
function accountOf(vendor: Vendor, baseUrl: string, apiKey: unknown): string {
	const key = typeof apiKey === 'string' ? apiKey.trim() : apiKey;
	return createHash('sha256')
		.update(JSON.stringify([vendor.name, hostOf(baseUrl), key]))
		.digest('base64url');
}

/**
 * The key goes to one host. n8n's own list is for where the user chooses the host, as in HTTP Request: of a node's own host, n8n
 * takes it as listed (n8n-workflow: credential-domain-restrictions.js). An n8n that does not know these options follows no redirect either.
 */
const keyStaysAt = (baseUrl: string): Partial<IHttpRequestOptions> => ({
	allowedDomains: new URL(baseUrl).hostname,
	sendCredentialsOnCrossOriginRedirect: false,
});

/**
 * Reads the credential and where it points.
 * @param options the user's: timeout, proxy, certificates
 * @throws ItemFailure when the key or the base URL is not fit, or Requests per Minute is no number; what n8n throws when it has no such credential
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
			// What authenticates a request sees its method alone: that a POST only reads is known here.
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
