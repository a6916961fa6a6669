import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { N8nClient } from '../../demo/client';
import { control } from './control';
import { zoneWhereItIs } from './daytime';
import type { DataTable } from './dataTable';
import { Example } from './example';
import { agentsOfFirstBusiness, callbackBody, placeCall, post, resetVendor } from './kaiCallsTriggerHarness';
import { world } from './world';

describe('the example workflow "Failed call to Kayse text"', () => {
	let client: N8nClient;
	let example: Example;
	let texts: DataTable;

	beforeAll(async () => {
		await resetVendor();
		client = await N8nClient.login(world.n8nUrl);
		example = await Example.import(client, 'failed-call-to-kayse-text');
		texts = await example.emptyTable('Texts After a Call');
		await example.published().activate();
	});

	afterAll(async () => await example.published().deactivate());

	test('texts a client whom the call did not reach, once, and says why it texts no other person', async () => {
		const { cases } = await control('kayseState');
		const { agent, business } = await agentsOfFirstBusiness();
		const leads = (await control('kaiCallsState')).leads.filter(({ business_id }) => business_id === business);
		const [ours] = cases.filter(({ client_ids, opt_out_voice_calls }) => client_ids.length > 0 && !opt_out_voice_calls);
		const [missed, talked, stranger] = leads;
		const client_id = ours?.client_ids[0];
		await (
			await example.table('Clients and Cases')
		).fill(
			[missed, talked].map((lead) => ({
				phone: lead?.phone,
				time_zone: zoneWhereItIs(12),
				client_id,
				case_id: ours?.id,
			})),
		);
		const url = `${example.webhookUrl}/webhook`;
		/** Ends a call, and reports it twice. */
		const call = async (lead: (typeof leads)[number] | undefined, status: 'completed' | 'failed') => {
			const callId = await placeCall(agent, { webhook_url: url, ...(lead && { to: lead.phone, lead_id: lead.id }) });
			await control('completeCall', { callId, status, error: 'no_answer' });
			const report = callbackBody(callId, { event: `call.${status}`, status, error: 'no_answer' });
			for (let times = 0; times < 2; times += 1) expect(await post(url, report)).toBe(200);
			return callId;
		};
		const id = await call(missed, 'failed');
		await call(talked, 'completed');
		await call(stranger, 'failed');
		await call(undefined, 'failed');

		const rows = await texts.reach(3);
		expect(new Map(rows.map(({ phone, text, problem }) => [phone, [text, problem]]))).toEqual(
			new Map([
				[missed?.phone, [expect.stringMatching(/^We have just tried to call you/), '']],
				[stranger?.phone, [null, expect.stringContaining('not in the table')]],
				['', [null, expect.stringContaining('has no lead')]],
			]),
		);
		expect(rows).toContainEqual(expect.objectContaining({ name: missed?.name, call_id: id, call_outcome: 'noAnswer' }));
		const { messages } = await control('kayseState');
		expect(messages.map((message) => [message.channel, message.case_id, message.client_id])).toEqual([
			['sms', ours?.id, client_id],
		]);
	});
});
