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

/** New York here: in the evening the day is another one in UTC. */
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

	it('one call has one time in all operations that read it', async () => {
		const many = await firstRow(async () => await kaiCalls.run({ resource: 'call', ...list }));
		const one = await firstRow(async () => await kaiCalls.run({ resource: 'call', operation: 'get', callId }));
		expect(many.id).toBe(one.id);
		expect(many.created_at).toBe(one.created_at);
	});
});

describe('words in place of codes:', () => {
	it('Kakiyo: Agent > Get returns the working days with the names of Update', async () => {
		const row = await firstRow(
			async () => await kakiyo.run({ resource: 'agent', operation: 'get', agentId: byId('agent_001') }),
		);
		expect(JSON.stringify(row)).toMatch(/monday/i);
		expect(JSON.stringify(row)).not.toContain('1:1:1:1:1:0:0');
	});
});

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
