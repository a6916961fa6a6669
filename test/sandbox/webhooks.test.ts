import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../sandbox';
import { call, eventually, unlimitedSandbox } from './client';

interface Received {
	text: string;
	signature: string | undefined;
}

const event = 'linkedin.message.received';
const secret = 'a secret';
const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');

describe('webhooks', () => {
	let sandbox: Sandbox;
	let receiver: Server;
	let url: string;
	let received: Received[];
	let answers: number[];

	beforeEach(async () => {
		sandbox = await unlimitedSandbox(100);
		received = [];
		answers = [];
		receiver = createServer((request, response) => {
			const { 'x-kakiyo-signature': signature } = request.headers;
			let text = '';
			request.on('data', (chunk: Buffer) => (text += chunk.toString()));
			request.on('end', () => {
				received.push({ text, signature: typeof signature === 'string' ? signature : undefined });
				response.writeHead(answers.shift() ?? 200).end();
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		const address = receiver.address();
		url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
	});
	afterEach(async () => {
		await sandbox.close();
		receiver.closeAllConnections();
		await new Promise((resolve) => receiver.close(resolve));
	});

	const register = async () => await call(sandbox, 'POST /webhooks', { name: 'n8n', url, events: [event], secret });

	it('creates, lists, updates and deletes', async () => {
		expect(await register()).toMatchObject({ status: 201, body: { id: 'webhook_001', active: true, events: [event] } });
		expect((await call(sandbox, 'PUT /webhooks/webhook_001', { active: false })).status).toBe(200);
		const listed = await call(sandbox, 'GET /webhooks');
		expect(listed.body).toMatchObject([{ id: 'webhook_001', active: false }]);
		expect(JSON.stringify(listed.body)).not.toContain(secret);
		expect((await call(sandbox, 'DELETE /webhooks/webhook_001')).status).toBe(200);
		expect((await call(sandbox, 'DELETE /webhooks/webhook_001')).status).toBe(404);
	});

	it('signs the bytes it sends, bare or with a prefix', async () => {
		await register();
		expect(await sandbox.control.deliver({ event })).toMatchObject([{ webhookId: 'webhook_001', status: 200 }]);
		await sandbox.control.deliver({ event, signature: 'validPrefixed', data: { chatId: 'x' } });
		expect(received.map(({ text, signature }) => signature?.endsWith(hmac(text)))).toEqual([true, true]);
		expect(received.map(({ signature }) => signature?.startsWith('sha256='))).toEqual([false, true]);
		expect(JSON.parse(received[1]?.text ?? '')).toMatchObject({ event, data: { chatId: 'x' } });
	});

	it('forges, repeats and post-dates on demand', async () => {
		await register();
		await sandbox.control.deliver({ event, signature: 'missing' });
		await sandbox.control.deliver({ event, signature: 'wrong', url });
		await sandbox.control.deliver({ event, times: 3, parallel: true, timestamp: '2020-01-01T00:00:00.000Z' });
		expect(received[0]?.signature).toBeUndefined();
		expect(received[1]?.signature).not.toBe(hmac(received[1]?.text ?? ''));
		expect(new Set(received.slice(2).map(({ text }) => text)).size).toBe(1);
		expect(received[2]?.text).toContain('2020-01-01T00:00:00.000Z');
	});

	it('retries three times, then disables the webhook until it is enabled again', async () => {
		await register();
		answers = [500, 503];
		expect(await sandbox.control.deliver({ event })).toMatchObject([{ status: 200, attempts: [500, 503, 200] }]);
		answers = [500, 500, 500, 500];
		expect(await sandbox.control.deliver({ event })).toMatchObject([{ status: 500, attempts: [500, 500, 500, 500] }]);
		expect(sandbox.control.state().webhooks).toMatchObject([{ active: false, successCount: 1, failureCount: 6 }]);
		expect(await sandbox.control.deliver({ event })).toEqual([]);
		await call(sandbox, 'PUT /webhooks/webhook_001', { active: true });
		expect(await sandbox.control.deliver({ event })).toMatchObject([{ status: 200 }]);
	});

	it('gives up on a receiver that does not answer in time', async () => {
		sandbox.control.configure({ webhookTimeoutSeconds: 0.05 });
		receiver.removeAllListeners('request');
		expect(await sandbox.control.deliver({ event, url })).toMatchObject([{ status: 'timeout' }]);
	});

	it('sends test events to every webhook that wants them', async () => {
		expect((await call(sandbox, 'POST /webhooks/test', { event })).status).toBe(404);
		await register();
		expect((await call(sandbox, 'POST /webhooks/test', { event })).body).toMatchObject({ event, webhooksCount: 1 });
		await eventually(() => received[0]);
	});

	it('shows events and examples', async () => {
		expect((await call(sandbox, 'GET /webhooks/events')).body).toContainEqual({ id: event, name: 'LinkedIn Message Received' });
		expect((await call(sandbox, `GET /webhooks/test/example/${event}`)).body).toMatchObject({ event, data: { chatId: 'chat_001' } });
		expect((await call(sandbox, 'GET /webhooks/test/example/other')).body).toMatchObject({ error: 'invalid_event', validEvents: expect.any(Array) });
	});

	it('never sends anything off this machine', async () => {
		await expect(sandbox.control.deliver({ event, url: 'https://example.com/hook' })).rejects.toThrow('loopback');
		await call(sandbox, 'POST /webhooks', { name: 'far', url: 'https://example.com/hook', events: ['*'] });
		expect(await sandbox.control.deliver({ event })).toMatchObject([{ status: 'refused' }]);
	});
});
