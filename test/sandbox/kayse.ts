import { z } from 'zod';
import type { Sandbox } from '../../sandbox';
import { type Api, type Reply, send } from './client';

/** Seed ids: Ada has all fields, Bruno opted out of calls; both are clients of the case with all fields. */
export const ada = 401;
export const bruno = 402;
export const carmen = 403;
export const dmitri = 404;
/** Linked to `novakCase` and `tanakaCase`. */
export const grace = 407;
/** Linked to no case. */
export const keiko = 411;
/** Of Ada, Bruno and Carmen. */
export const reyesCase = 9001;
/** Of Carmen and Dmitri. */
export const lindqvistCase = 9002;
export const novakCase = 9004;
export const tanakaCase = 9005;
export const caseWithoutClient = 9008;
/** Type mass tort, status active: the two cases above. */
export const firstList = 501;
export const springIntake = 71;

export const newClient = {
	external_source: 'manual',
	external_source_id: 'crm-1',
	first_name: 'Nia',
	last_name: 'Bell',
};
export const newCase = {
	case_number: 'N-1',
	external_source: 'other',
	external_source_id: 'x-1',
	status: 'active',
	type: 'civil',
};

const errorSchema = z.object({ error: z.string(), message: z.string() }).strict();
const withId = z.object({ id: z.number() }).passthrough();

/** One request to the main host. */
export async function ask(sandbox: Sandbox, request: string, body?: unknown): Promise<Reply> {
	const { baseUrl, apiKey } = sandbox.kayse;
	return await send({ baseUrl, apiKey }, request, body, { 'X-API-KEY': apiKey });
}

/** The calls host, for `send` with headers of one's own. */
export function callsHost({ kayse: { callsBaseUrl, apiKey } }: Sandbox): Api {
	return { baseUrl: callsBaseUrl, apiKey };
}

/** One request to the calls host. */
export async function askCalls(sandbox: Sandbox, request: string, body?: unknown): Promise<Reply> {
	return await send(callsHost(sandbox), request, body, { 'X-Public-Api-Key': sandbox.kayse.apiKey });
}

/** Status and message of a refused request. */
export function refusalOf({ status, body }: Reply): [number, string] {
	return [status, errorSchema.parse(body).message];
}

export function idOf({ body }: Reply): number {
	return withId.parse(body).id;
}
