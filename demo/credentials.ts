import type { Sandbox } from '../sandbox';
import type { CredentialInput, N8nClient } from './client';

/** Credentials as workflows refer to them, by credential type. */
export type SandboxCredentials = Record<string, { id: string; name: string }>;

/** The credentials that open the sandbox. */
export function sandboxCredentials({ kakiyo }: Pick<Sandbox, 'kakiyo'>): CredentialInput[] {
	return [{ type: 'kakiyoOutreachApi', name: 'Kakiyo sandbox', data: { apiKey: kakiyo.apiKey, baseUrl: kakiyo.baseUrl } }];
}

/** Saves the sandbox's credentials in n8n. */
export async function saveSandboxCredentials(client: N8nClient, sandbox: Sandbox): Promise<SandboxCredentials> {
	const saved: SandboxCredentials = {};
	for (const credential of sandboxCredentials(sandbox)) {
		saved[credential.type] = { id: await client.saveCredential(credential), name: credential.name };
	}
	return saved;
}
