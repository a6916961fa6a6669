import { beforeEach, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { Example } from './example';
import { outputOf } from './execution';
import { world } from './world';

const NAME = 'kakiyo-webhook-watchdog';
const EVENT = 'linkedin.message.received';

describe('the example workflow "Watchdog of Kakiyo webhooks"', () => {
	let client: N8nClient;
	let example: Example;

	beforeEach(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
		example = await Example.import(client, NAME);
		await example.emptyTable('Kakiyo Webhook Watch');
	});

	async function register(name: string, url: string): Promise<string> {
		const { baseUrl, apiKey } = world.sandbox.kakiyo;
		await fetch(`${baseUrl}/webhooks`, {
			method: 'POST',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name, url, events: [EVENT] }),
		});
		const { webhooks } = await control('kakiyoState');
		return String(webhooks.find((webhook) => webhook.name === name)?.id);
	}

	const people = async () => (await control('kakiyoState')).prospects;
	const isActive = async (id: string) =>
		(await control('kakiyoState')).webhooks.find((webhook) => webhook.id === id)?.active;
	const look = async () => await example.run('Every 15 Minutes');
	const list = async () =>
		(await (await example.table('Kakiyo Webhook Watch')).rows()).map(({ what, name, problem }) => [
			what,
			name,
			problem,
		]);

	test('switches on what Kakiyo switched off, lists who replied meanwhile, and does so once', async () => {
		const [before, missed, missedToo] = (await people()).filter(({ status }) => status === 3);
		if (!before || !missed || !missedToo) throw new Error('The sandbox has too few people');
		// Somebody replied before there was a webhook.
		await control('receiveReply', { chatId: before.chatId, message: 'Tell me more' });
		const down = await register('Replies', `${world.n8nUrl}/webhook/not-published`);
		const elsewhere = await register('Of another program', `${world.sandbox.origin}/nowhere`);
		for (const { chatId } of [missed, missedToo]) await control('receiveReply', { chatId, message: 'Call me' });
		expect([await isActive(down), await isActive(elsewhere)]).toEqual([false, false]);

		const first = await look();
		expect([await isActive(down), await isActive(elsewhere)]).toEqual([true, false]);
		const missedPeople = outputOf(first, 'Replies That Were Missed').map(({ json }) => json.chat_id);
		expect(missedPeople.sort()).toEqual([missed.chatId, missedToo.chatId].sort());
		const rows = await list();
		expect(rows).toHaveLength(3);
		expect(rows).toContainEqual([expect.stringMatching(/^switched on again/), null, null]);
		expect(rows).toContainEqual(['reply missed', missed.name, null]);

		await look();
		expect(await list()).toHaveLength(3);
	});

	test('leaves alone a webhook that a person switched off', async () => {
		const id = await register('Not now', `${world.n8nUrl}/webhook/not-now`);
		const { baseUrl, apiKey } = world.sandbox.kakiyo;
		await fetch(`${baseUrl}/webhooks/${id}`, {
			method: 'PUT',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ active: false }),
		});
		await look();
		expect(await isActive(id)).toBe(false);
		expect(await list()).toEqual([]);
	});

	test('says so when a webhook could not be switched on', async () => {
		const [person] = await people();
		const id = await register('Replies', `${world.n8nUrl}/webhook/not-published`);
		await control('receiveReply', { chatId: String(person?.chatId), message: 'Call me' });
		await control('fail', { vendor: 'kakiyo', method: 'PUT', path: `/webhooks/${id}`, kind: 'status', status: 403 });
		await look();
		expect(await isActive(id)).toBe(false);
		expect(await list()).toEqual([['STILL OFF', null, expect.stringMatching(/\S/)]]);
	});
});
