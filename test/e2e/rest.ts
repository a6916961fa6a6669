import { z } from 'zod';

import type { N8nClient } from '../../demo/client';

/** Calls n8n's REST interface as its editor does. */
export async function rest(client: N8nClient, method: string, path: string, body?: object): Promise<unknown> {
	const response = await client.fetch(`/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${text}`);
	return z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
}
