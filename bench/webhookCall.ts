import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** The answer of an n8n webhook. */
export interface WebhookAnswer {
	status: number;
	body: string;
}

/** Posts JSON and waits for the answer without a limit; `fetch` would give up after five minutes. */
export async function callWebhook(url: string, payload: object): Promise<WebhookAnswer> {
	const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
	outgoing.end(JSON.stringify(payload));
	const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
