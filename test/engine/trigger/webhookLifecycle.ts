import { describe, expect, it } from '@jest/globals';

import { describeWebhookLists } from './webhookLists';
import { idOf, onlyWebhook, WEBHOOK_URL, type WebhookVendor } from './webhookVendor';

const ELSEWHERE = { name: 'another workflow', url: `${WEBHOOK_URL}/other` };

/** What a trigger does for its webhook at the vendor, from publishing the workflow until unpublishing it. */
export function describeWebhookLifecycle(vendor: WebhookVendor): void {
	describe(`the webhook of a ${vendor.vendor} Trigger`, () => {
		describeActivation(vendor);
		describeWebhookLists(vendor);
		describeDrift(vendor);
		describeDeactivation(vendor);
		describeTestEvent(vendor);
	});
}

function describeActivation(vendor: WebhookVendor): void {
	const { stage, events } = vendor;
	const only = () => onlyWebhook(vendor);

	describe('activation', () => {
		it('registers once', async () => {
			await stage.activate();
			expect(only()).toMatchObject({
				name: 'n8n: Replies to CRM',
				url: WEBHOOK_URL,
				events: [events[0]],
				isActive: true,
			});
			expect(stage.data).toMatchObject({ webhookId: only().id, secret: only().secret });
			expect(stage.requests()).toEqual(['GET /webhooks', 'POST /webhooks']);
		});

		it('finds it correct the next time', async () => {
			await stage.activate();
			const before = only();
			await stage.activate();
			expect(only()).toEqual(before);
			expect(stage.requests().slice(2)).toEqual(['GET /webhooks']);
		});

		it('registers several chosen events', async () => {
			stage.parameters = { ...stage.parameters, events: [events[0], events[1]] };
			await stage.activate();
			expect(only().events).toEqual([events[0], events[1]]);
		});

		it('registers chosen and entered events together', async () => {
			const options = { otherEvents: `${events[2]} , ${events[1]}` };
			stage.parameters = { ...stage.parameters, events: [events[1]], options };
			await stage.activate();
			expect(only().events).toEqual([events[1], events[2]]);
		});

		it('waits for a rate limit to reset', async () => {
			stage.control.fail({
				method: 'GET',
				path: '/webhooks',
				kind: 'status',
				status: 429,
				times: 1,
				headers: { 'retry-after': '5' },
			});
			await stage.activate();
			expect(only().url).toBe(WEBHOOK_URL);
		});

		it('leaves no second webhook after a lost answer, and has a secret that only this webhook has', async () => {
			stage.control.fail({ method: 'POST', path: '/webhooks', kind: 'resetAfterHandler', times: 1 });
			await expect(stage.activate()).rejects.toMatchObject({ message: expect.stringContaining('unknown') });
			const orphan = only();

			await stage.activate();
			expect(only()).toMatchObject({ id: orphan.id, secret: stage.data.secret });
			expect(only().secret).not.toBe(orphan.secret);
		});
	});
}

function describeDrift(vendor: WebhookVendor): void {
	const { stage, events } = vendor;
	const only = () => onlyWebhook(vendor);
	const expectRepaired = async (event = events[0]) => {
		const { id } = only();
		await stage.activate();
		expect(only()).toMatchObject({
			id,
			url: WEBHOOK_URL,
			events: [event],
			isActive: true,
			secret: stage.data.secret,
		});
		expect(stage.data.webhookId).toBe(id);
	};

	describe('drift is repaired on the next activation, without a second registration', () => {
		it.each([
			['another address', { url: 'http://127.0.0.1:9/elsewhere' }],
			['other events', { events: [events[1]] }],
			['more events', { events: [...events] }],
			['switched off', { isActive: false }],
		])('%s', async (_, change) => {
			await stage.activate();
			const { secret } = stage.data;
			await vendor.change(idOf(vendor), change);
			await expectRepaired();
			expect(stage.data.secret).toBe(secret);
		});

		it('other events chosen in the node', async () => {
			await stage.activate();
			const { secret } = stage.data;
			stage.parameters = { ...stage.parameters, events: [events[1]] };
			await expectRepaired(events[1]);
			expect(stage.data.secret).toBe(secret);
		});

		it('another address of n8n', async () => {
			await stage.activate();
			const { id } = only();
			stage.webhookBase = 'http://127.0.0.1:9/moved/webhook';
			await stage.activate();
			expect(only()).toMatchObject({ id, url: WEBHOOK_URL.replace('/webhook/', '/moved/webhook/') });
		});

		it('secret lost', async () => {
			await stage.activate();
			const { secret, ...rest } = stage.data;
			stage.data = rest;
			await expectRepaired();
			expect(stage.data.secret).toEqual(expect.stringMatching(/./));
			expect(stage.data.secret).not.toBe(secret);
		});

		it('all static data lost, as after the node is renamed', async () => {
			await stage.activate();
			stage.data = {};
			await expectRepaired();
		});

		it('two webhooks for the same address', async () => {
			await stage.activate();
			await vendor.add({ name: 'left over', url: WEBHOOK_URL });
			await vendor.add(ELSEWHERE);
			await stage.activate();
			expect(vendor.registered().map(({ name }) => name)).toEqual(['n8n: Replies to CRM', ELSEWHERE.name]);
		});

		it('deleted at the vendor: a new one', async () => {
			await stage.activate();
			const gone = idOf(vendor);
			await vendor.remove(gone);
			await stage.activate();
			expect(only()).toMatchObject({ id: stage.data.webhookId, events: [events[0]], secret: stage.data.secret });
			expect(only().id).not.toBe(gone);
		});
	});
}

function describeDeactivation(vendor: WebhookVendor): void {
	const { stage } = vendor;
	const only = () => onlyWebhook(vendor);

	describe('deactivation', () => {
		it('removes the webhook', async () => {
			await stage.activate();
			await stage.hook('delete');
			expect(vendor.registered()).toEqual([]);
			expect(stage.data).not.toHaveProperty('webhookId');
		});

		it('accepts that it is gone', async () => {
			await stage.activate();
			await vendor.remove(idOf(vendor));
			await expect(stage.hook('delete')).resolves.toBe(true);
			await expect(stage.hook('delete')).resolves.toBe(true);
		});

		it('finds it by its address when its ID is lost, and does not touch others', async () => {
			await stage.activate();
			await vendor.add(ELSEWHERE);
			stage.data = {};
			await stage.hook('delete');
			expect(only().name).toBe(ELSEWHERE.name);
		});

		it('fails with an error when the vendor is down', async () => {
			await stage.activate();
			stage.control.fail({ method: 'DELETE', path: vendor.removalPath, kind: 'status', status: 503, times: 9 });
			await expect(stage.hook('delete')).rejects.toMatchObject({ name: 'NodeOperationError' });
			expect(stage.data.webhookId).toBe(only().id);
		});

		it('and a new activation give a webhook whose secret is known', async () => {
			await stage.activate();
			await stage.hook('delete');
			await stage.activate();
			expect(only().secret).toBe(stage.data.secret);
		});
	});
}

function describeTestEvent(vendor: WebhookVendor): void {
	const { stage } = vendor;
	const only = () => onlyWebhook(vendor);

	it('is not touched while n8n listens for a test event with another webhook', async () => {
		await stage.activate();
		const production = only();
		const saved = stage.data;

		// n8n gives test listening static data of its own.
		stage.data = {};
		await stage.activate({ isTest: true });
		expect(vendor.registered().map(({ url }) => url)).toEqual([
			WEBHOOK_URL,
			WEBHOOK_URL.replace('/webhook/', '/webhook-test/'),
		]);
		expect(vendor.registered()[1]?.secret).not.toBe(production.secret);

		await stage.hook('delete', { isTest: true });
		expect(only()).toEqual(production);
		stage.data = saved;
		await stage.activate();
		expect(only()).toEqual(production);
	});
}
