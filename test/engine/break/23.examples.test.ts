import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

// Section 2 has each argument show an example, section 5 has placeholders refused; docs/agents.md: "What only shows how something looks is
// refused wherever it stands". What the user would see: the model knew no profile and wrote down the example of the pack's own argument
// (docs/tools.md), which is somebody's, and a stranger is written to.
describe.each(WAYS)('the example in the pack’s own argument is nobody whom a model means (%s)', (way) => {
	it.each([
		['Jane Doe', 'https://www.linkedin.com/in/jane-doe'],
		['Jane Doe', 'linkedin.com/in/jane-doe/'],
		['John Doe', 'https://www.linkedin.com/in/john-doe'],
	])('%s, %s', async (name, url) => {
		await tools.ask('Kakiyo Prospect > Add', { fields: mapped({ name, url }) }, way);
		expect(tools.written()).toEqual([]);
	});
});

// The same. Figures in a row show how a number looks; +1 234 567 8901 is in Ohio, +44 1234 567890 in Bedford. What the user would see: a
// stranger is rung, at the user's cost.
describe.each(WAYS)('a telephone number of figures in a row is not rung (%s)', (way) => {
	it.each(['+12345678901', '+1 (234) 567-8901', '+12345678900', '+441234567890', '+491234567890', '+33612345678'])(
		'%s',
		async (to) => {
			await tools.ask('KaiCalls Call > Create', { to }, way);
			await tools.ask('KaiCalls SMS Message > Send', { to }, way);
			expect(tools.written()).toEqual([]);
		},
	);
});

// The same. What the user would see: a stranger has access to the workspace; calls, names and numbers of people are reported to whoever
// owns the domain.
describe.each(WAYS)('an address that shows how one looks gets nothing (%s)', (way) => {
	it.each([
		'test@test.com',
		'user@test.com',
		'email@gmail.com',
		'example@gmail.com',
		'name@gmail.com',
		'foo@bar.com',
		'user@acme.com',
		'client@clientcompany.com',
		'admin@yourcompany.com',
		'name@yourfirm.com',
	])('%s', async (email) => {
		await tools.ask('Kakiyo Workspace > Invite Client', { email }, way);
		expect(tools.written()).toEqual([]);
	});

	it.each([
		'https://your-n8n-instance.com/webhook/kaicalls',
		'https://mydomain.com/hook',
		'https://mycompany.com/hook',
		'https://domain.com/hook',
		'https://company.com/hook',
		'https://hooks.yourcrm.com',
		'https://your.domain/hook',
		'https://webhook.site/your-unique-id',
		'https://webhook.site/xxxx-xxxx',
	])('%s', async (url) => {
		for (const at of ['KaiCalls Webhook > Create', 'Kakiyo Webhook > Create'])
			await tools.ask(at, { url } as INodeParameters, way);
		expect(tools.written()).toEqual([]);
	});
});
