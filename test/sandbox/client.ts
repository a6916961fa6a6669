import { z } from 'zod';
import type { Sandbox } from '../../sandbox';

export interface Reply {
	status: number;
	headers: Headers;
	body: unknown;
}

/** Where an API is and the key that opens it. */
export interface Api {
	baseUrl: string;
	apiKey: string;
}

const errorSchema = z.object({ error: z.string() }).passthrough();

/** The error code of a request that Kakiyo refused. */
export function errorOf({ body }: Reply): string {
	return errorSchema.parse(body).error;
}

/** One request with the API's key, unless `headers` say otherwise. */
export async function send(
	api: Api,
	request: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	const [method, path] = request.split(' ');
	const response = await fetch(`${api.baseUrl}${path}`, {
		method,
		redirect: 'manual',
		headers: {
			authorization: `Bearer ${api.apiKey}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** One request to the sandbox's Kakiyo. */
export async function call(
	sandbox: Sandbox,
	request: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> {
	return await send(sandbox.kakiyo, request, body, headers);
}

export const bigCampaign = 'campaign_001';

/** Rows for an add request, with URLs that no other test uses. */
export function people(prefix: string, count: number) {
	return Array.from({ length: count }, (_, index) => ({
		name: `Person ${index}`,
		url: `https://www.linkedin.com/in/${prefix}-${index}/`,
	}));
}
