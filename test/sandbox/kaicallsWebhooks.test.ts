import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, harborLaw, lakesideDental, place, refusalOf } from './kaicalls';
import { useReceiver } from './receiver';
import { eventually } from '../support/eventually';
import { useSandbox } from './useSandbox';

const webhookId = '4eb00000-0000-4000-8000-000000000001';
const event = 'call.completed';
const createdSchema = z
	.object({ webhook: z.object({ id: z.string() }).passthrough(), webhook_secret: z.string() })
	.passthrough();
const delivered = z.object({ event_id: z.string(), event: z.string() }).passthrough();

describe('KaiCalls account webhooks', () => {
	const sandbox = useSandbox({ timeScale: 100 });
	const receiver = useReceiver();
	let secret: string;
	beforeEach(async () => {
		const created = await ask(sandbox, 'POST /webhooks', {
			webhook_url: receiver.url,
			business_id: harborLaw,
			events: [event, 'lead.captured'],
		});
		expect(created.status).toBe(201);
		secret = createdSchema.parse(created.body).webhook_secret;
	});

	const header = (index: number, name: string) => String(receiver.received[index]?.headers[name]);
	const ageOf = (index: number) => sandbox.clock.now() / 1000 - Number(header(index, 'x-kaicalls-timestamp'));

	/** Whether the signature is `sha256=` and the HMAC over timestamp and body. */
	function isGenuine(index: number): boolean {
		const signed = `${header(index, 'x-kaicalls-timestamp')}.${receiver.received[index]?.text}`;
		return (
			header(index, 'x-kaicalls-signature') === `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`
		);
	}

	it('shows the secret once, masked afterwards', async () => {
		const listed = await ask(sandbox, `GET /webhooks?business_id=${harborLaw}`);
		expect(listed.body).toMatchObject({
			webhooks: [
				{
					id: webhookId,
					url: receiver.url,
					events: [event, 'lead.captured'],
					is_active: true,
					webhook_secret_masked: expect.any(String),
				},
			],
			events: expect.arrayContaining(['call.completed', 'call.failed']),
			business_id: harborLaw,
		});
		expect(JSON.stringify(listed.body)).not.toContain(secret);
		const updated = await ask(sandbox, 'POST /webhooks', {
			id: webhookId,
			webhook_url: receiver.url,
			is_active: false,
		});
		expect(updated.body).toMatchObject({ webhook: { is_active: false, events: [event, 'lead.captured'] } });
		expect(updated.body).not.toHaveProperty('webhook_secret');
	});

	it('needs a business when the key reaches several, and known events', async () => {
		const create = async (fields: object) =>
			refusalOf(await ask(sandbox, 'POST /webhooks', { webhook_url: receiver.url, ...fields }));
		expect(await create({})).toEqual([400, 'invalid_request']);
		expect(await create({ business_id: 'nobody' })).toEqual([403, 'forbidden']);
		expect(await create({ business_id: harborLaw, events: ['call.exploded'] })).toEqual([400, 'invalid_request']);
	});

	it('deletes and tests webhooks, and rotates their secrets', async () => {
		expect((await ask(sandbox, 'POST /webhooks/test', { id: webhookId, data: { a: 1 } })).body).toEqual({
			success: true,
			event: 'webhook.test',
		});
		expect(receiver.bodies()).toMatchObject([{ event: 'webhook.test', data: { a: 1 } }]);
		expect(isGenuine(0)).toBe(true);
		const rotated = createdSchema.parse((await ask(sandbox, 'POST /webhooks/rotate-secret', { id: webhookId })).body);
		expect(rotated.webhook_secret).not.toBe(secret);
		await sandbox.control.deliverEvent({ event });
		expect(isGenuine(1)).toBe(false);
		secret = rotated.webhook_secret;
		expect(isGenuine(1)).toBe(true);
		expect((await ask(sandbox, `DELETE /webhooks?id=${webhookId}`)).body).toEqual({ success: true });
		expect((await ask(sandbox, `DELETE /webhooks?id=${webhookId}`)).status).toBe(404);
	});

	it('reports ended calls and new leads of its business only', async () => {
		const id = await place(sandbox, '+14155550123');
		expect(await sandbox.control.completeCall({ callId: id })).toMatchObject([
			{ webhookId, status: 200, attempts: [200] },
		]);
		await ask(sandbox, 'POST /leads', { business_id: lakesideDental, name: 'Other' });
		await ask(sandbox, 'POST /leads', { business_id: harborLaw, name: 'Dana Reyes' });
		await eventually('the delivery', () => receiver.received[1]);
		expect(receiver.bodies()).toMatchObject([
			{ event, call_id: id, status: 'completed', business_id: harborLaw, transcript: expect.any(String) },
			{ event: 'lead.captured', lead: { name: 'Dana Reyes' } },
		]);
		expect([isGenuine(0), isGenuine(1)]).toEqual([true, true]);
		expect(Math.abs(ageOf(0))).toBeLessThan(60);
	});

	it('sends wrong signatures on demand', async () => {
		const forgeries = ['missing', 'wrong', 'truncated', 'missingTimestamp'] as const;
		for (const signature of forgeries) await sandbox.control.deliverEvent({ event, signature });
		expect(receiver.received.map((_, index) => isGenuine(index))).toEqual([false, false, false, false]);
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-kaicalls-signature');
		expect(header(2, 'x-kaicalls-signature')).toHaveLength('sha256='.length + 20);
		expect(receiver.received[3]?.headers).not.toHaveProperty('x-kaicalls-timestamp');
		await sandbox.control.deliverEvent({ event, signature: 'validBare' });
		expect(header(4, 'x-kaicalls-signature')).toMatch(/^[0-9a-f]{64}$/);
		expect(sandbox.control.kaiCallsState().deliveries).toEqual([]);
	});

	it('signs stale and early timestamps', async () => {
		await sandbox.control.deliverEvent({ event, ageSeconds: 600 });
		await sandbox.control.deliverEvent({ event, ageSeconds: -600 });
		expect([isGenuine(0), isGenuine(1)]).toEqual([true, true]);
		expect(ageOf(0)).toBeGreaterThanOrEqual(599);
		expect(ageOf(1)).toBeLessThan(-400);
	});

	it('repeats the very same delivery, also in parallel', async () => {
		await sandbox.control.deliverEvent({ event, times: 2 });
		await sandbox.control.deliverEvent({ event, times: 3, parallel: true, data: { call_id: 'x' } });
		const same = receiver.received.map(({ text, headers }) => `${headers['x-kaicalls-signature']} ${text}`);
		expect([new Set(same.slice(0, 2)).size, new Set(same.slice(2)).size, same.length]).toEqual([1, 1, 5]);
		expect(receiver.bodies()[4]).toMatchObject({ call_id: 'x' });
	});

	it('retries, keeps a log and replays', async () => {
		receiver.answers = [500, 503];
		expect(await sandbox.control.deliverEvent({ event })).toMatchObject([{ status: 200, attempts: [500, 503, 200] }]);
		receiver.answers = [500, 500, 500, 500];
		expect(await sandbox.control.deliverEvent({ event })).toMatchObject([
			{ status: 500, attempts: [500, 500, 500, 500] },
		]);
		const [, failed] = sandbox.control.kaiCallsState().events;
		const deliveries = [{ event_id: failed?.id, webhook_id: webhookId }];
		expect((await ask(sandbox, 'GET /event-deliveries?status=failed')).body).toMatchObject({ deliveries });
		expect((await ask(sandbox, 'GET /events?status=failed')).body).toMatchObject({
			events: [{ id: failed?.id, event_type: event }],
		});
		expect((await ask(sandbox, 'POST /events/replay', { filter: { status: 'failed' } })).body).toMatchObject({
			event_ids: [failed?.id],
		});
		await eventually('the delivery', () => receiver.received[7]);
		expect(delivered.parse(receiver.bodies()[7]).event_id).toBe(failed?.id);
		expect(refusalOf(await ask(sandbox, 'POST /events/replay', {}))).toEqual([400, 'invalid_request']);
	});

	it('sends to this machine only', async () => {
		await sandbox.control.deliverEvent({ event: 'call.failed', url: receiver.url });
		expect(isGenuine(0)).toBe(true);
		await expect(sandbox.control.deliverEvent({ event, url: 'https://example.com/' })).rejects.toThrow('loopback');
		await ask(sandbox, 'POST /webhooks', { webhook_url: 'https://example.com/hook', business_id: lakesideDental });
		expect(await sandbox.control.deliverEvent({ event: 'call.failed' })).toMatchObject([{ status: 'refused' }]);
	});
});
