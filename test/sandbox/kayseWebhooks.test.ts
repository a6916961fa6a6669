import { describe, expect, it } from '@jest/globals';
import { askCalls, reyesCase, springIntake } from './kayse';
import { useReceiver } from './receiver';
import { useSandbox } from './useSandbox';

const event = 'call_ended';

describe('webhooks of Kayse', () => {
	const sandbox = useSandbox({ timeScale: 100 });
	const receiver = useReceiver();

	const keys = () => receiver.received.map(({ headers }) => headers['x-public-api-key']);

	it('carry their App Key, about the call that was scheduled last', async () => {
		await askCalls(sandbox, 'POST /calls', { campaign_id: springIntake, case_id: reyesCase });
		const { id } = sandbox.control.addKayseWebhook({ url: receiver.url });
		expect(await sandbox.control.deliverKayseEvent({ event })).toMatchObject([
			{ webhookId: String(id), status: 200, attempts: [200] },
		]);
		expect(keys()).toEqual([sandbox.kayse.apiKey]);
		expect(receiver.bodies()).toMatchObject([{ event, data: { campaign_id: springIntake, case_id: reyesCase } }]);
	});

	it('go once without a key, with another key and to an unknown address, on demand', async () => {
		sandbox.control.addKayseWebhook({ url: receiver.url, appKey: null });
		await sandbox.control.deliverKayseEvent({ event });
		await sandbox.control.deliverKayseEvent({ event, appKey: 'missing', url: receiver.url });
		receiver.answers = [500];
		sandbox.control.reset();
		await sandbox.control.deliverKayseEvent({ event, appKey: 'wrong', url: receiver.url });
		expect(keys()).toEqual([undefined, undefined, `not ${sandbox.kayse.apiKey}`]);
	});

	it('reach those that want the event and are active', async () => {
		const add = sandbox.control.addKayseWebhook;
		const all = add({ url: receiver.url });
		const ended = add({ url: receiver.url, events: [event], campaignIds: [springIntake] });
		add({ url: receiver.url, events: ['call_started'] });
		add({ url: receiver.url, events: [event], campaignIds: [springIntake + 1] });
		add({ url: receiver.url, active: false });
		const outcomes = await sandbox.control.deliverKayseEvent({ event, data: { campaign_id: springIntake } });
		expect(outcomes.map(({ webhookId }) => webhookId)).toEqual([String(all.id), String(ended.id)]);
	});

	it('are delivered again where that fails, with the time of the event or of the delivery', async () => {
		sandbox.control.addKayseWebhook({ url: receiver.url });
		for (const webhookTime of ['event', 'delivery'] as const) {
			sandbox.control.configureKayse({ webhookTime });
			receiver.received.length = 0;
			receiver.answers = [500, 503];
			expect(await sandbox.control.deliverKayseEvent({ event })).toMatchObject([{ attempts: [500, 503, 200] }]);
			const times = receiver.bodies().map((body) => (body as { timestamp: string }).timestamp);
			expect(new Set(times).size).toBe(webhookTime === 'event' ? 1 : 3);
		}
	});

	it('name the event where the settings say', async () => {
		sandbox.control.addKayseWebhook({ url: receiver.url });
		for (const webhookBody of ['event_type', 'type', 'nested', 'nameless'] as const) {
			sandbox.control.configureKayse({ webhookBody });
			await sandbox.control.deliverKayseEvent({ event, data: { call_id: 7 } });
		}
		expect(receiver.bodies()).toMatchObject([
			{ event_type: event, call_id: 7 },
			{ type: event, payload: { call_id: 7 } },
			{ data: { event, call_id: 7 } },
			{ call_id: 7 },
		]);
		expect(receiver.received[3]?.text).not.toContain(event);
	});

	it('cannot be set up against Kayse’s rules', async () => {
		const add = sandbox.control.addKayseWebhook;
		expect(() => add({ url: receiver.url, name: 'ab' })).toThrow();
		expect(() => add({ url: 'https://example.com/hook' })).toThrow('loopback');
		expect(() => add({ url: receiver.url, campaignIds: [springIntake] })).toThrow('call events only');
		expect(() => add({ url: receiver.url, campaignIds: [springIntake], events: [event, 'message_received'] })).toThrow(
			'call events only',
		);
		await expect(sandbox.control.deliverKayseEvent({ event, url: 'https://example.com/hook' })).rejects.toThrow(
			'loopback',
		);
	});
});
