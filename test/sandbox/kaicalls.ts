import { z } from 'zod';
import type { Sandbox } from '../../sandbox';
import { type Reply, send } from './client';

/** Seed ids. */
export const harborLaw = 'b0500000-0000-4000-8000-000000000001';
export const lakesideDental = 'b0500000-0000-4000-8000-000000000002';
export const kai = 'a6e70000-0000-4000-8000-000000000001';
export const mia = 'a6e70000-0000-4000-8000-000000000002';
export const agentWithoutNumber = 'a6e70000-0000-4000-8000-000000000004';
export const lastSeedCall = 'ca110000-0000-4000-8000-000000000130';
export const firstLead = '1ead0000-0000-4000-8000-000000000001';

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }).strict() }).strict();
const placedSchema = z.object({ id: z.string(), created_at: z.string() }).passthrough();

/** One request to the sandbox's KaiCalls. */
export async function ask(
	sandbox: Sandbox,
	request: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	return await send(sandbox.kaicalls, request, body, headers);
}

/** Status and code of a refused request. */
export function refusalOf({ status, body }: Reply): [number, string] {
	return [status, errorSchema.parse(body).error.code];
}

/** Places a call by Kai and returns its id. */
export async function place(sandbox: Sandbox, to: string, fields: Record<string, unknown> = {}): Promise<string> {
	return placedSchema.parse((await ask(sandbox, 'POST /calls', { agent_id: kai, to, ...fields })).body).id;
}
