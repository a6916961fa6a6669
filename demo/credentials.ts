import type { CredentialInput, N8nClient } from './client';

type Account = { apiKey: string; baseUrl: string };

/** The sandbox's accounts, by vendor. */
export type Accounts = Record<'kaicalls' | 'kairo' | 'kakiyo', Account> & { kayse: Account & { callsBaseUrl: string } };

/** Credentials in the form of workflows, by credential type. */
export type SandboxCredentials = Record<string, { id: string; name: string }>;

/** The part of an account that a credential needs. */
const keyOf = ({ apiKey, baseUrl }: Account) => ({ apiKey, baseUrl });

/** A LinkedIn account for the sandbox, with which no one can sign in. */
const MADE_UP_ACCOUNT = { login: 'nobody@example.com', password: 'not a password', country: 'FR' };

/** The credentials that open the sandbox. */
export function sandboxCredentials({ kaicalls, kairo, kakiyo, kayse }: Accounts): CredentialInput[] {
	return [
		{ type: 'kaiCallsOutreachApi', name: 'KaiCalls sandbox', data: keyOf(kaicalls) },
		{ type: 'kairoOutreachApi', name: 'KAIRO sandbox', data: keyOf(kairo) },
		{ type: 'kakiyoOutreachApi', name: 'Kakiyo sandbox', data: keyOf(kakiyo) },
		{
			type: 'kakiyoLinkedInAccountApi',
			name: 'Kakiyo sandbox with LinkedIn',
			data: { ...keyOf(kakiyo), ...MADE_UP_ACCOUNT },
		},
		{ type: 'kayseOutreachApi', name: 'Kayse sandbox', data: { ...keyOf(kayse), callsBaseUrl: kayse.callsBaseUrl } },
	];
}

/** Saves the sandbox's credentials in n8n. */
export async function saveSandboxCredentials(client: N8nClient, sandbox: Accounts): Promise<SandboxCredentials> {
	const saved: SandboxCredentials = {};
	for (const credential of sandboxCredentials(sandbox)) {
		saved[credential.type] = { id: await client.saveCredential(credential), name: credential.name };
	}
	return saved;
}
