import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { invalidInput } from '../shared/contract/failure';
import { isSecret } from '../shared/values/reading/secret';

/** Body of `POST /agents/{id}/setup` (docs/vendors/kakiyo.md#agents). */
const account = z.object({
	login: z.string().trim().email('must be an email address'),
	password: z
		.string()
		.min(6, 'must have at least 6 characters')
		.refine(isSecret, 'must be a real value, not a placeholder'),
	country: z.string().trim().length(2, 'must be two letters, such as FR').toUpperCase(),
});

export type LinkedInAccount = z.infer<typeof account>;

const LABELS = new Map<unknown, string>([
	['login', 'Email'],
	['password', 'Password'],
	['country', 'Country Code'],
]);

const findings = (error: z.ZodError): string =>
	error.issues.map(({ path, message }) => `"${LABELS.get(path[0])}" ${message}`).join('; ');

/**
 * Reads the LinkedIn account of a credential. Only Agent > Set Up shows whether LinkedIn accepts it.
 * @param fields of the node's credential; only one of the two kinds has an account
 * @throws ItemFailure naming the fields, never their values
 */
export function readLinkedInAccount(fields: IDataObject): LinkedInAccount {
	if (!('login' in fields)) {
		throw invalidInput(
			'The credential of the node has no LinkedIn account, so the agent was not set up',
			'Set Authentication of this node to API Key and LinkedIn Account. Then choose a "Kakiyo LinkedIn Account API" credential with the API key and the LinkedIn login.',
		);
	}
	const checked = account.safeParse(fields);
	if (checked.success) return checked.data;
	throw invalidInput(
		'The credential Kakiyo LinkedIn Account is incomplete',
		`${findings(checked.error)}. Correct it in the credential.`,
	);
}
