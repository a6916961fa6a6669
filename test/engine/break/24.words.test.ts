import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { byId, useKakiyoBench } from '../kakiyo';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKayseBench } from '../kayse';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kayse = useKayseBench();

type Run = () => Promise<{ items: Array<{ json: IDataObject }> }>;

async function firstRow(run: Run): Promise<IDataObject> {
	const { items } = await run();
	return items[0]?.json ?? {};
}

const list = { operation: 'getAll', returnAll: false, limit: 1 };
const callId = byId('ca110000-0000-4000-8000-000000000130');

/**
 * Section 2: "dates in the workflow's zone as ISO" (New York here). Only operations with a Simplify switch do so, which is not to be
 * seen from outside: the same call has `created_at` 2026-01-28T22:00-05:00 in Get and 2026-01-29T03:00Z in Get Many, another *day*.
 * Whoever writes the day into a sheet, or compares it with one read by Get, is wrong for every evening.
 */
describe('times come out in the zone of the workflow, in every operation of a node:', () => {
	it.each<[string, string, Run]>([
		['KaiCalls: Call > Get Many', 'created_at', async () => await kaiCalls.run({ resource: 'call', ...list })],
		[
			'KaiCalls: Transcript > Get Many',
			'created_at',
			async () => await kaiCalls.run({ resource: 'transcript', ...list }),
		],
		[
			'KaiCalls: SMS Message > Get Many',
			'created_at',
			async () => await kaiCalls.run({ resource: 'smsMessage', ...list }),
		],
		[
			'KaiCalls: Phone Number > Get Many',
			'created_at',
			async () => await kaiCalls.run({ resource: 'phoneNumber', ...list }),
		],
		['KAIRO: Agent > Get Many', 'created_at', async () => await kairo.run({ resource: 'agent', ...list })],
		['Kakiyo: Campaign > Get Many', 'createdAt', async () => await kakiyo.run({ resource: 'campaign', ...list })],
		['Kakiyo: Do Not Contact > Get Many', '$createdAt', async () => await kakiyo.run({ resource: 'dnc', ...list })],
		['Kakiyo: Agent > Get Many', 'nextTask', async () => await kakiyo.run({ resource: 'agent', ...list })],
	])('%s', async (_name, member, run) => {
		expect((await firstRow(run))[member]).toEqual(expect.stringMatching(/-0[45]:00$/));
	});

	it('one call has one time, whichever operation reads it', async () => {
		const many = await firstRow(async () => await kaiCalls.run({ resource: 'call', ...list }));
		const one = await firstRow(async () => await kaiCalls.run({ resource: 'call', operation: 'get', callId }));
		expect(many.id).toBe(one.id);
		expect(many.created_at).toBe(one.created_at);
	});
});

/**
 * Section 2: "one casing for each node's results". What these nodes add themselves is camelCase beside the vendor's snake_case: one node
 * has `agent_id` of a run and `agentId` of a deleted agent, `client_id` of a text and `clientId` of a deleted client. An expression that
 * worked behind one operation finds nothing behind the next, silently.
 */
describe('the members of a result have the spelling of the vendor, those too that a node adds:', () => {
	const agent = () => byId(String(kairo.state.agents[0]?.id ?? 'agent_01j9k0001'));
	it.each<[string, Run]>([
		[
			'KAIRO: Agent > Delete',
			async () => await kairo.run({ resource: 'agent', operation: 'delete', agentIdToDelete: agent() }),
		],
		[
			'Kayse: Client > Delete',
			async () => await kayse.run({ resource: 'client', operation: 'delete', clientIdToDelete: '412' }),
		],
		[
			'KaiCalls: Webhook > Delete',
			async () => {
				const made = await kaiCalls.run({
					resource: 'webhook',
					operation: 'create',
					url: 'https://crm.example/in',
					events: ['call.completed'],
					additionalFields: { workspaceId: byId('b0500000-0000-4000-8000-000000000001') },
				});
				const id = String(made.items[0]?.json.id);
				return await kaiCalls.run({
					resource: 'webhook',
					operation: 'delete',
					webhookIdToDelete: byId(id),
					workspaceId: byId('b0500000-0000-4000-8000-000000000001'),
				});
			},
		],
	])('%s', async (_name, run) => {
		const row = await firstRow(run);
		expect(row).toHaveProperty('deleted', true);
		expect(Object.keys(row).filter((member) => /[a-z][A-Z]/.test(member))).toEqual([]);
	});
});

/**
 * Section 2: "Words instead of codes where the panel has words". Agent > Update offers Monday to Sunday; Agent > Get answers
 * `days: "1:1:1:1:1:0:0"`, from which nobody can tell with which day Kakiyo begins, three levels down in `usage`.
 */
describe('words in place of codes:', () => {
	it('Kakiyo: Agent > Get tells the working days by the names that Update has', async () => {
		const row = await firstRow(
			async () => await kakiyo.run({ resource: 'agent', operation: 'get', agentId: byId('agent_001') }),
		);
		expect(JSON.stringify(row)).toMatch(/monday/i);
		expect(JSON.stringify(row)).not.toContain('1:1:1:1:1:0:0');
	});
});

/**
 * Section 3: "Time of day is a time (one kind of field in all nodes)". Campaign > Create takes 09:00; Get Many, simplified, answers for
 * 09:00 a moment of some past day (`2026-11-27T09:00:00.000-05:00`), which no field takes back and which shows another hour as soon as the
 * workflow has another zone or summer begins.
 */
describe('a time of day comes back as it was entered:', () => {
	it('Kayse: Start Time of a campaign', async () => {
		await kayse.run({
			resource: 'campaign',
			operation: 'create',
			name: 'Nine to five',
			agentId: 'agt_karim',
			caseListId: byId('501'),
			additionalFields: { startTime: '09:00', endTime: '17:00' },
		});
		const { items } = await kayse.run({ resource: 'campaign', operation: 'getAll', returnAll: true, simplify: true });
		const made = items.find(({ json }) => json.name === 'Nine to five')?.json;
		expect(made).toMatchObject({ start_time: '09:00', end_time: '17:00' });
	});
});
