import { describe, expect, it } from '@jest/globals';

import type { IDataObject } from 'n8n-workflow';

import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { automatic, mapped } from '../resourceMapper';
import { everyOne } from '../../support/everyOne';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const kairo = useKairoBench();
const kayse = useKayseBench();

describe('the user’s own columns come out under a name that the next node finds', () => {
	// A sheet that has been through this node before has such columns, perhaps in the rows alone that were written back.
	it('under one name on every item, also if only some rows have the column with input_ before it', async () => {
		const [first, second] = people(2);
		const { items } = await kakiyo.run(
			{ ...addProspects, fields: automatic() },
			{
				items: [
					{ ...first, campaignId: 'row 1', input_campaignId: 'before' },
					{ ...second, campaignId: 'row 2' },
				],
			},
		);
		const placesOf = (value: string) =>
			items.flatMap(({ json }) => Object.keys(json).filter((name) => json[name] === value));
		expect(placesOf('row 1')).toEqual(placesOf('row 2'));
	});
});

describe('a failed item, with On Error = Continue, shows no result of an earlier run as one of this run:', () => {
	/** Of a row that has been through a node before. */
	const before = { importStatus: 'accepted', imported: true, outcome: 'talked', status: 'added', id: 'a-1' };
	const settings = { onError: 'continueRegularOutput' } as const;
	type Run = (row: IDataObject) => Promise<{ items: Array<{ json: IDataObject }> }>;
	const [jane = {}] = people(1);

	it.each<[string, IDataObject, Run]>([
		[
			'Kakiyo: Prospect > Add, refused by Kakiyo',
			{ ...jane, campaign: 'campaign_404' },
			async (row) =>
				await kakiyo.run(
					{ ...addProspects, campaignId: byId('={{ $json.campaign }}'), fields: automatic() },
					{ items: [row], settings },
				),
		],
		[
			'KaiCalls: Call > Create, not sent',
			{ phone: 'no number' },
			async (row) =>
				await kaiCalls.run(
					{
						resource: 'call',
						operation: 'create',
						agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
						to: '={{ $json.phone }}',
					},
					{ items: [row], settings },
				),
		],
		[
			'Kayse: Client > Update, refused by Kayse',
			{ client_no: 99 },
			async (row) =>
				await kayse.run(
					{
						resource: 'client',
						operation: 'update',
						clientId: '={{ $json.client_no }}',
						fields: mapped({ city: 'Trenton' }),
					},
					{ items: [row], settings },
				),
		],
		[
			'KAIRO: Agent > Get, refused by KAIRO',
			{ agent: 'agt_404' },
			async (row) =>
				await kairo.run(
					{ resource: 'agent', operation: 'get', agentId: byId('={{ $json.agent }}') },
					{ items: [row], settings },
				),
		],
	])('%s', async (_, row, run) => {
		const { items } = await run({ ...row, ...before });
		expect(items).toHaveLength(1);
		const [shown = {}] = items.map(({ json }) => json);
		expect(shown).toMatchObject({ ...row, error: expect.any(String) });
		for (const [name, value] of everyOne(Object.entries(before))) {
			expect(shown).not.toHaveProperty(name);
			expect(shown[`input_${name}`]).toBe(value);
		}
	});

	it('nor does an item that was not read completely, in Map Automatically', async () => {
		const row = { ...jane, url: 'not an address', campaignStatus: 'new', importStatus: 'accepted', id: 'row-7' };
		const { items } = await kakiyo.run({ ...addProspects, fields: automatic() }, { items: [row], settings });
		// Its ID may be a field that it would have been read from.
		expect(items[0]?.json).toMatchObject({ error: expect.any(String), input_importStatus: 'accepted', id: 'row-7' });
		expect(items[0]?.json).not.toHaveProperty('importStatus');
	});

	it.each([
		['an expression', mapped({ id: '={{ $json.id }}', first_name: 'Ada', last_name: 'Reyes', city: 'Trenton' })],
		['Map Automatically', automatic()],
	])('but keeps the ID that %s reads, so that the item can be run again', async (_, fields) => {
		kayse.control.fail({ method: 'POST', path: '/clients/bulk', kind: 'status', status: 400, times: 20 });
		const row = { id: 401, first_name: 'Ada', last_name: 'Reyes', city: 'Trenton', action: 'updated' };
		const upsert = { resource: 'client', operation: 'upsert', fields };
		const { items } = await kayse.run(upsert, { items: [row], settings });
		expect(items[0]?.json).toMatchObject({ error: expect.any(String), id: 401, input_action: 'updated' });
		expect(items[0]?.json).not.toHaveProperty('action');
	});
});

describe('Map Automatically with a column that fits no field', () => {
	it('Kakiyo: says which columns it did not use, as Kayse does', async () => {
		const { error } = await kakiyo.run(
			{ ...addProspects, fields: automatic() },
			{ items: [{ name: 'Jane Doe', Profil: 'https://www.linkedin.com/in/jane-doe-q/' }] },
		);
		expect(`${error?.message} ${error?.description}`).toContain('Not used: "Profil"');
	});
});
