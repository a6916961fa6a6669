import { z } from 'zod';
import type { Sandbox } from '../../sandbox';
import { type Reply, send } from './client';

/** Seed IDs. */
export const intakeHelper = 'agent_01j9k0001';
export const newLead = 'wf_01j9k0001';
export const crm = 'src_01j9k0001';
export const firstRun = 'run_01j9k0001';
export const lookupTool = 'tool_01j9k0001';

const nestedError = z.object({ error: z.object({ code: z.string(), message: z.string() }).strict() }).strict();
const withId = z.object({ id: z.string() }).passthrough();

/** One request to the sandbox's KAIRO. */
export async function ask(
	sandbox: Sandbox,
	request: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	return await send(sandbox.kairo, request, body, headers);
}

/** Status and code of a refused request. */
export function refusalOf({ status, body }: Reply): [number, string] {
	return [status, nestedError.parse(body).error.code];
}

export function idOf({ body }: Reply): string {
	return withId.parse(body).id;
}
