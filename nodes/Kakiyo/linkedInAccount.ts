import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	INodeProperties,
} from 'n8n-workflow';
import { z } from 'zod';

import { invalidInput } from '../shared/contract/failure';

/** OpenAPI, body of `POST /agents/{id}/setup`. */
const account = z.object({
	login: z.string().trim().email('must be an email address'),
	password: z.string().min(6, 'must have at least 6 characters'),
	country: z.string().trim().length(2, 'must be two letters, such as FR').toUpperCase(),
});

type LinkedInAccount = z.infer<typeof account>;

const TYPE = 'kakiyoLinkedInAccountApi';

const LABELS: Record<string, string> = { login: 'Email', password: 'Password', country: 'Country Code' };

/**
 * Where a node has two credentials, n8n signs requests with the one that a parameter of this name shows. It must be
 * there although there is nothing to choose.
 */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'hidden',
	default: 'apiKey',
};

const findings = (error: z.ZodError): string =>
	error.issues.map(({ path, message }) => `"${LABELS[String(path[0])]}" ${message}`).join('; ');

/** LinkedIn itself answers only when an agent is set up; until then it can be complete, not more. */
export const credentialTest = {
	async linkedInAccountFilledIn(
		this: ICredentialTestFunctions,
		{ data }: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
	): Promise<INodeCredentialTestResult> {
		const checked = account.safeParse(data);
		return checked.success
			? { status: 'OK', message: 'Complete. Whether LinkedIn accepts it shows when an agent is set up.' }
			: { status: 'Error', message: findings(checked.error) };
	},
};

/**
 * Reads the account of the credential.
 * @throws ItemFailure naming the fields, never their values
 */
export async function readLinkedInAccount(credential: (type: string) => Promise<unknown>): Promise<LinkedInAccount> {
	const checked = account.safeParse(await credential(TYPE));
	if (checked.success) return checked.data;
	throw invalidInput(
		'The credential Kakiyo LinkedIn Account is not complete',
		`${findings(checked.error)}. Correct it in the credential.`,
	);
}
