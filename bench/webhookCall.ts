import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** What a webhook of n8n has answered. */
export interface WebhookAnswer {
	status: number;
	body: string;
}

/** Posts JSON and waits for the answer as long as it takes; `fetch` would give up after five minutes. */
export async function callWebhook(url: string, payload: object): Promise<WebhookAnswer> {
	const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
	outgoing.end(JSON.stringify(payload));
	const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
