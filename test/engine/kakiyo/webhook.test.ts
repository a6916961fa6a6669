import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('webhook');

const webhooks = () => bench.control.kakiyoState().webhooks;
// No server listens there; a delivery that fails is Kakiyo's business.
const url = 'http://127.0.0.1:9/hook';

async function created(events: string[] = ['linkedin.message.received']): Promise<string> {
	const [webhook] = await rows('create', { name: 'CRM', webhookUrl: url, events });
	return String(webhook?.id);
}

describe('webhook', () => {
	it('creates a webhook for chosen and entered events', async () => {
		await rows('create', {
			name: 'CRM',
			webhookUrl: url,
			events: ['linkedin.message.received'],
			additionalFields: { otherEvents: 'prospect.unqualified, linkedin.message.received', secret: 's3cret' },
		});
		expect(sent()).toEqual([
			{
				to: 'POST /webhooks',
				body: {
					name: 'CRM',
					url,
					secret: 's3cret',
					events: ['linkedin.message.received', 'prospect.unqualified'],
				},
			},
		]);
		expect(webhooks()).toMatchObject([{ name: 'CRM', secret: 's3cret', active: true }]);
	});

	it('refuses a webhook without events', async () => {
		const { error } = await run('create', { name: 'CRM', webhookUrl: url });
		expect(error?.message).toBe('No event is chosen');
		expect(sent()).toEqual([]);
	});

	it('lists webhooks', async () => {
		const id = await created();
		expect(await rows('getAll')).toMatchObject([{ id, name: 'CRM' }]);
	});

	it('updates only the filled-in fields', async () => {
		const id = await created();
		await rows('update', {
			webhookId: byId(id),
			updateFields: { active: false, events: ['*'], otherEvents: '' },
		});
		expect(sent()[1]).toEqual({ to: `PUT /webhooks/${id}`, body: { active: false, events: ['*'] } });
		expect(webhooks()).toMatchObject([{ name: 'CRM', url, active: false, events: ['*'] }]);
	});

	it('deletes a webhook', async () => {
		const id = await created();
		expect(await rows('delete', { webhookIdToDelete: byId(id) })).toEqual([
			{ deleted: true, id, message: 'Webhook deleted successfully' },
		]);
		expect(webhooks()).toEqual([]);
	});

	it('lists events and test events', async () => {
		expect(await rows('getEvents')).toHaveLength(6);
		const tests = await rows('getTestEvents');
		expect(tests[0]).toMatchObject({ id: 'linkedin.message.sent', category: 'message' });
	});

	it('gets an example payload, also for an event entered by name', async () => {
		const [example] = await rows('getExample', {
			event: { __rl: true, mode: 'name', value: 'linkedin.message.received' },
		});
		expect(example).toMatchObject({ event: 'linkedin.message.received', data: { message: expect.any(String) } });
		const { error } = await run('getExample', { event: { __rl: true, mode: 'name', value: 'nothing' } });
		expect(error?.message).toBe('Kakiyo has no such event');
	});

	it('sends a test event', async () => {
		const id = await created();
		const [report] = await rows('sendTest', {
			event: byId('linkedin.message.received'),
			options: { data: '{ "message": "Hello" }' },
		});
		expect(sent()[1]).toEqual({
			to: 'POST /webhooks/test',
			body: { event: 'linkedin.message.received', data: { message: 'Hello' } },
		});
		expect(report).toMatchObject({ webhooksCount: 1, webhooks: [{ id }] });
	});

	it.each([
		['{ "message": "Hello"', '"Data (JSON)" is not valid JSON'],
		['[1]', '"Data (JSON)" has wrong content: must be an object such as { "message": "Hello" }'],
	])('refuses %s as test data', async (data, message) => {
		const { error } = await run('sendTest', {
			event: byId('linkedin.message.received'),
			options: { data },
		});
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
