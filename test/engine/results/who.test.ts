import { describe, expect, it } from '@jest/globals';

import { byId, useKakiyoBench } from '../kakiyo';
import { useKaiCallsBench } from '../kaicalls';
import { mapped, useKayseBench } from '../kayse';

const kakiyo = useKakiyoBench();
const kaiCalls = useKaiCallsBench();
const kayse = useKayseBench();

describe('the person or record of a result has a column of its own', () => {
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

	it('Prospect > Delete: the deleted person', async () => {
		await kakiyo.run({ resource: 'prospect', operation: 'pause', chatId: byId('chat_001') });
		const { items } = await kakiyo.run({ resource: 'prospect', operation: 'delete', prospectId: byId('prospect_001') });
		expect(items[0]?.json).toMatchObject({ deleted: true, name: 'Person 000' });
	});

	it('Phone Number > Assign: the number, as Get Many and Release have it', async () => {
		const { items } = await kaiCalls.run({
			resource: 'phoneNumber',
			operation: 'assign',
			phoneNumber: byId('+12025550110'),
			additionalFields: { workspaceId: byId('b0500000-0000-4000-8000-000000000001') },
		});
		expect(items[0]?.json).toMatchObject({ phone_number: '+12025550110' });
	});

	it('Case List > Create or Update: the name that was sent', async () => {
		const { items, error } = await kayse.run({
			resource: 'caseList',
			operation: 'upsert',
			fields: mapped({ name: 'Spring recall', filter: '{"case_type_ids": [21]}', include_ids: '9003' }),
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'Spring recall', action: 'created' });
	});
});
