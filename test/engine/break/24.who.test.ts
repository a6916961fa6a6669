import { describe, expect, it } from '@jest/globals';

import { byId, useKakiyoBench } from '../kakiyo';
import { useKaiCallsBench } from '../kaicalls';
import { mapped, useKayseBench } from '../kayse';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const kayse = useKayseBench();

/** Section 2: "The first columns of every result say who and what became of it." */
describe('who a result is about stands in a column of its own', () => {
	// 2 people asked about, 2 rows that say `onList: false, entry: null`: nobody knows who of them may be written to. An IF node behind
	// it passes on items without a person. (On the list, the address is inside a column [object].)
	it('Do Not Contact > Check: each row says which profile it looked up', async () => {
		const urls = ['https://www.linkedin.com/in/nobody-a/', 'https://linkedin.com/in/do-not-contact-1'];
		const { items, error } = await kakiyo.run(
			{ resource: 'dnc', operation: 'check', url: '={{ $json.profile }}' },
			{ items: urls.map((profile) => ({ profile })) },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toMatchObject([
			{ url: expect.stringContaining('nobody-a'), onList: false },
			{ url: expect.stringContaining('do-not-contact-1'), onList: true },
		]);
	});

	// Kakiyo tells the name of whom it erased, but in `deletionSummary`, which the table shows as an object; the columns are
	// `deleted`, `message`, two objects and an ID that no longer leads anywhere.
	it('Prospect > Delete: the person who is gone', async () => {
		await kakiyo.run({ resource: 'prospect', operation: 'pause', chatId: byId('chat_001') });
		const { items } = await kakiyo.run({ resource: 'prospect', operation: 'delete', prospectId: byId('prospect_001') });
		expect(items[0]?.json).toMatchObject({ deleted: true, name: 'Person 000' });
	});

	// One column, `number`, that holds an object which begins with a UUID: the number is not to be read in the table, and the next
	// node finds it as `number.phone_number`, whereas Get Many and Release have it as `phone_number`.
	it('Phone Number > Assign: the number, as Get Many and Release have it', async () => {
		const { items } = await kaiCalls.run({
			resource: 'phoneNumber',
			operation: 'assign',
			phoneNumber: byId('+12025550110'),
			additionalFields: { workspaceId: byId('b0500000-0000-4000-8000-000000000001') },
		});
		expect(items[0]?.json).toMatchObject({ phone_number: '+12025550110' });
	});

	// `action: created, id: 535`: the name that was sent is nowhere, though docs/results.md promises it where the vendor does not tell.
	it('Case List > Create or Update: the name that was sent', async () => {
		const { items, error } = await kayse.run({
			resource: 'caseList',
			operation: 'upsert',
			fields: mapped({ name: 'Spring recall', filter: '{"case_type_ids": [21]}', include_ids: '9003' }),
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'Spring recall', action: 'created' });
	});

	// "IDs last": the third and fourth column are `agent: agent_001` and `product: prod_001`, which are IDs under the name of a thing; what
	// became of the campaign (its figures) stands behind them. The present test knows an ID by its name alone.
	it('Campaign > Get Many: figures before the IDs of agent and product', async () => {
		const { items } = await kakiyo.run({ resource: 'campaign', operation: 'getAll', returnAll: false, limit: 1 });
		const members = Object.keys(items[0]?.json ?? {});
		expect(members.indexOf('stats')).toBeLessThan(members.indexOf('agent'));
	});
});
