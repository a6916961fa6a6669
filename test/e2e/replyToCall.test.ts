import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { phoneByDay } from './daytime';
import type { DataTable } from './dataTable';
import { Example } from './example';
import { world } from './world';

describe('the example workflow "LinkedIn reply to phone call"', () => {
	let client: N8nClient;
	let example: Example;
	let calls: DataTable;

	beforeAll(async () => {
		await control('reset');
		await control('configureKaiCalls', { endsAfterSeconds: 0.5 });
		client = await N8nClient.login(world.n8nUrl);
		example = await Example.import(client, 'linkedin-reply-to-phone-call');
		calls = await example.emptyTable('Calls After a Reply');
		await example.published().activate();
	});

	afterAll(async () => await example.published().deactivate());

	test('phones the person who asks for it, once, and no person who has opted out, has no number or did not ask', async () => {
		const [asks, optedOut, unknown, other] = (await control('kakiyoState')).prospects.filter(
			({ status }) => status === 3,
		);
		if (!asks || !optedOut || !unknown || !other) throw new Error('The sandbox has too few people');
		const phone = phoneByDay(1);
		await (
			await example.table('People and Opt-Outs')
		).fill([
			{ linkedin_url: asks.url, phone, name: 'Dana Reyes' },
			{ linkedin_url: optedOut.url, phone: '+12025550932', opted_out: true },
			{ linkedin_url: other.url, phone: '+12025550933' },
		]);
		const says = async (chatId: string, message: string) => await control('receiveReply', { chatId, message });
		await says(other.chatId, 'No, thank you.');
		await says(optedOut.chatId, 'Call me never again, I said. OK, call me.');
		await calls.reach(1);
		await says(unknown.chatId, 'Sure, give me a call');
		await calls.reach(2);
		await says(asks.chatId, 'Fine. Can you call me tomorrow?');
		await calls.reach(3);
		await says(asks.chatId, 'Please call me!');
		const rows = await calls.reach(4);
		expect(rows.map(({ phone: number, outcome, reason }) => [number, outcome, reason])).toEqual([
			['+12025550932', 'NOT CALLED', 'has opted out'],
			['', 'NOT CALLED', expect.stringContaining('no number')],
			[phone, 'talked', ''],
			[phone, 'heldBack', expect.stringContaining('Contact Limit')],
		]);
		expect(rows[2]).toMatchObject({ linkedin_url: asks.url, call_id: expect.stringMatching(/\S/) });
		expect(await control('callsPlaced')).toEqual({ [phone]: 1 });
		const [call] = (await control('kaiCallsState')).calls.filter(({ to }) => to === phone);
		expect(call).toMatchObject({ name: 'Dana Reyes', context: expect.stringContaining('Can you call me tomorrow?') });
	});
});
