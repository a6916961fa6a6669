import type { CredentialInput, N8nClient } from './client';

/** The sandbox's accounts, by vendor. */
type Accounts = Record<'kaicalls' | 'kakiyo', { apiKey: string; baseUrl: string }>;

/** Credentials as workflows refer to them, by credential type. */
export type SandboxCredentials = Record<string, { id: string; name: string }>;

/** The credentials that open the sandbox. */
export function sandboxCredentials({ kaicalls, kakiyo }: Accounts): CredentialInput[] {
	return [
		{ type: 'kaiCallsOutreachApi', name: 'KaiCalls sandbox', data: { apiKey: kaicalls.apiKey, baseUrl: kaicalls.baseUrl } },
		{ type: 'kakiyoOutreachApi', name: 'Kakiyo sandbox', data: { apiKey: kakiyo.apiKey, baseUrl: kakiyo.baseUrl } },
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
