import { z } from 'zod';

const Account = z.object({ baseUrl: z.string().url(), apiKey: z.string() });

const World = z.object({
	n8nUrl: z.string().url(),
	userFolder: z.string(),
	sandbox: z.object({
		origin: z.string().url(),
		kaicalls: Account,
		kairo: Account,
		kakiyo: Account,
		kayse: Account.extend({ callsBaseUrl: z.string().url() }),
	}),
	credentials: z.record(z.object({ id: z.string(), name: z.string() })),
});

/** The n8n and the sandbox that test/e2e/main.ts has started. */
export const world = World.parse(JSON.parse(process.env.E2E_WORLD ?? '{}'));
