import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const stand = useStand();
const tools = useEveryTool(stand);

// Each of them is somebody's, and would be written to.
describe.each(WAYS)('the profile of every manual is added by no model (%s)', (way) => {
	it.each([
		['Jane Doe', 'https://www.linkedin.com/in/jane-doe'],
		['Jane Doe', 'linkedin.com/in/jane-doe/'],
		['John Doe', 'https://www.linkedin.com/in/john-doe'],
	])('%s, %s', async (name, url) => {
		await tools.ask('Kakiyo Prospect > Add', { fields: mapped({ name, url }) }, way);
		expect(tools.written()).toEqual([]);
	});
});

// +1 234 567 8901 is in Ohio, +44 1234 567890 in Bedford: a stranger would be rung.
describe.each(WAYS)('a telephone number of consecutive digits is not rung (%s)', (way) => {
	it.each([
		'+12345678901',
		'+1 (234) 567-8901',
		'+12345678900',
		'+441234567890',
		'+491234567890',
		'+33612345678',
		'+919876543210',
	])('%s', async (to) => {
		await tools.ask('KaiCalls Call > Create', { to }, way);
		await tools.ask('KaiCalls SMS Message > Send', { to }, way);
		expect(tools.written()).toEqual([]);
	});
});

// A stranger would have access, or get data of people.
describe.each(WAYS)('an example address gets nothing (%s)', (way) => {
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
		await tools.ask('KaiCalls Webhook > Create', { url } as INodeParameters, way);
		await tools.ask('Kakiyo Webhook > Create', { webhookUrl: url } as INodeParameters, way);
		expect(tools.written()).toEqual([]);
	});
});

describe('a real value that looks like an example goes through', () => {
	it.each([
		['KaiCalls Call > Create', { to: '+12125550123' }],
		['KaiCalls Call > Create', { to: '+14156789012' }],
		['KaiCalls SMS Message > Send', { to: '+33612349876' }],
		['Kakiyo Workspace > Invite Client', { email: 'dana.reyes@gmail.com' }],
		['Kakiyo Workspace > Invite Client', { email: 'test@reyes-law.com' }],
		['Kakiyo Workspace > Invite Client', { email: 'dana@company-law.com' }],
		['KaiCalls Webhook > Create', { url: 'https://mycompany.app.n8n.cloud/webhook/kaicalls' }],
		['KaiCalls Webhook > Create', { url: 'https://webhook.site/0b7c2f6e-3a43-4a6e-8f64-9b4c1d2e3f40' }],
		['KaiCalls Webhook > Create', { url: 'https://hooks.reyes.example/your-firm' }],
		['Kakiyo Prospect > Add', { fields: mapped({ name: 'Jane Doering', url: 'linkedin.com/in/jane-doering' }) }],
		['Kakiyo Prospect > Add', { fields: mapped({ name: 'John Doe', url: 'linkedin.com/in/john-doe-b41a7' }) }],
	])('%s %j', async (at, parameters) => {
		const [answer] = await tools.ask(at, parameters as INodeParameters);
		expect(answer?.error).toBeUndefined();
		expect(tools.written()).toHaveLength(1);
	});
});

it('a workflow accepts them: they may be intended', async () => {
	const call = tools.operations.find(({ at }) => at === 'KaiCalls Call > Create');
	expect(await call?.run(stand.origin, { to: '+33612345678' })).toBe('');
	const add = tools.operations.find(({ at }) => at === 'Kakiyo Prospect > Add');
	await add?.run(stand.origin, { fields: mapped({ name: 'Jane Doe', url: 'linkedin.com/in/jane-doe' }) });
	expect(tools.written()).toHaveLength(2);
});
