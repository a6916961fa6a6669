import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call } from './client';
import { useReceiver } from './receiver';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

const event = 'linkedin.message.received';
const secret = 'a secret';
const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');

describe('webhooks', () => {
	const sandbox = useSandbox({
		timeScale: 100,
		prepare: ({ control }) => control.configureKakiyo({ rateLimits: false }),
	});
	const receiver = useReceiver();

	const signatures = () => receiver.received.map(({ headers }) => headers['x-kakiyo-signature']);
	const texts = () => receiver.received.map(({ text }) => text);
	const register = async () =>
		await call(sandbox, 'POST /webhooks', { name: 'n8n', url: receiver.url, events: [event], secret });

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
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toMatchObject([
			{ webhookId: 'webhook_001', status: 200 },
		]);
		await sandbox.control.deliverKakiyoEvent({ event, signature: 'validPrefixed', data: { chatId: 'x' } });
		expect(signatures()).toEqual([hmac(texts()[0] ?? ''), `sha256=${hmac(texts()[1] ?? '')}`]);
		expect(JSON.parse(texts()[1] ?? '')).toMatchObject({ event, data: { chatId: 'x' } });
	});

	it('keeps the reply of a person in the conversation, and delivers the event', async () => {
		await register();
		const person = sandbox.control.kakiyoState().prospects.find(({ status }) => status === 3);
		const chatId = String(person?.chatId);
		await sandbox.control.receiveReply({ chatId, message: 'Call me' });
		expect(JSON.parse(texts()[0] ?? '')).toMatchObject({ event, data: { chatId, message: 'Call me' } });
		expect((await call(sandbox, `GET /prospects/${chatId}`)).body).toMatchObject({
			status: 4,
			messages: expect.arrayContaining([expect.objectContaining({ role: 'user', content: 'Call me' })]),
		});
		await expect(sandbox.control.receiveReply({ chatId: 'none', message: 'Hello' })).rejects.toThrow('none');
	});

	it('sends forged, repeated and future deliveries on demand', async () => {
		await register();
		await sandbox.control.deliverKakiyoEvent({ event, signature: 'missing' });
		await sandbox.control.deliverKakiyoEvent({ event, signature: 'wrong', url: receiver.url });
		await sandbox.control.deliverKakiyoEvent({
			event,
			times: 3,
			parallel: true,
			timestamp: '2020-01-01T00:00:00.000Z',
		});
		expect(signatures()[0]).toBeUndefined();
		expect(signatures()[1]).not.toBe(hmac(texts()[1] ?? ''));
		expect(new Set(texts().slice(2)).size).toBe(1);
		expect(texts()[2]).toContain('2020-01-01T00:00:00.000Z');
	});

	it('retries three times, then disables the webhook until it is enabled again', async () => {
		await register();
		receiver.answers = [500, 503];
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toMatchObject([
			{ status: 200, attempts: [500, 503, 200] },
		]);
		receiver.answers = [500, 500, 500, 500];
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toMatchObject([
			{ status: 500, attempts: [500, 500, 500, 500] },
		]);
		expect(sandbox.control.kakiyoState().webhooks).toMatchObject([{ active: false, successCount: 1, failureCount: 6 }]);
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toEqual([]);
		await call(sandbox, 'PUT /webhooks/webhook_001', { active: true });
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toMatchObject([{ status: 200 }]);
	});

	it('gives up on a receiver that does not answer in time', async () => {
		sandbox.control.configureKakiyo({ webhookTimeoutSeconds: 0.05 });
		receiver.isSilent = true;
		expect(await sandbox.control.deliverKakiyoEvent({ event, url: receiver.url })).toMatchObject([
			{ status: 'timeout' },
		]);
	});

	it('sends test events to every webhook that wants them', async () => {
		expect((await call(sandbox, 'POST /webhooks/test', { event })).status).toBe(404);
		await register();
		expect((await call(sandbox, 'POST /webhooks/test', { event })).body).toMatchObject({ event, webhooksCount: 1 });
		await eventually('the delivery', () => receiver.received[0]);
	});

	it('shows events and examples', async () => {
		expect((await call(sandbox, 'GET /webhooks/events')).body).toContainEqual({
			id: event,
			name: 'LinkedIn Message Received',
		});
		expect((await call(sandbox, `GET /webhooks/test/example/${event}`)).body).toMatchObject({
			event,
			data: { chatId: 'chat_001' },
		});
		expect((await call(sandbox, 'GET /webhooks/test/example/other')).body).toMatchObject({
			error: 'invalid_event',
			validEvents: expect.any(Array),
		});
	});

	it('sends to this machine only', async () => {
		await expect(sandbox.control.deliverKakiyoEvent({ event, url: 'https://example.com/hook' })).rejects.toThrow(
			'loopback',
		);
		await call(sandbox, 'POST /webhooks', { name: 'far', url: 'https://example.com/hook', events: ['*'] });
		expect(await sandbox.control.deliverKakiyoEvent({ event })).toMatchObject([{ status: 'refused' }]);
	});
});
