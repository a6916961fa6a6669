import type { Stack } from '../../demo/stack';

/** The environment by which tests find an n8n and its sandbox: they read it in `world`. */
export function worldOf({ sandbox, n8n, credentials }: Stack, userFolder: string): NodeJS.ProcessEnv {
	const { origin, kaicalls, kairo, kakiyo, kayse } = sandbox;
	const accounts = { origin, kaicalls, kairo, kakiyo, kayse };
	return { E2E_WORLD: JSON.stringify({ n8nUrl: n8n.url, userFolder, sandbox: accounts, credentials }) };
}
