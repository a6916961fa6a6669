import { describe, expect, it } from '@jest/globals';

import { mapped } from '../kayse';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const stand = useStand();
const tools = useEveryTool(stand);

const PROFILES = ['your-profile', 'username', 'profile', 'example', 'firstname-lastname', 'your_name'].map(
	(slug) => `https://www.linkedin.com/in/${slug}`,
);
const WEB_ADDRESSES = [
	'https://your-domain.com/webhook',
	'<url>',
	'https://webhook.example.com/<path>',
	'https://{host}/hook',
	'unchanged',
	'the webhook address',
];
const EMAILS = ['email@domain.com', 'user@example.com', 'your.name@company.com', 'firstname.lastname@firm.example'];
const NAMES = ['string', '<name>', '[Name]', '{{name}}', 'Full name', '{"name":"Jane"}'];

// These addresses are somebody's: a stranger would be invited, or get data of people.
describe.each(WAYS)('an example value that a model writes (%s)', (way) => {
	it.each(PROFILES)('%s is added to no campaign', async (url) => {
		await tools.ask('Kakiyo Prospect > Add', { fields: mapped({ name: 'Jane Doe', url }) }, way);
		await tools.ask('Kakiyo Prospect > Add', { dataMode: 'defineBelow', name: 'Jane Doe', url }, way);
		expect(tools.written()).toEqual([]);
	});

	it.each(WEB_ADDRESSES)('%s gets no events', async (url) => {
		await tools.ask('KaiCalls Webhook > Create', { url }, way);
		await tools.ask('Kakiyo Webhook > Create', { webhookUrl: url }, way);
		expect(tools.written()).toEqual([]);
	});

	it.each(EMAILS)('%s is not invited', async (email) => {
		await tools.ask('Kakiyo Workspace > Invite Client', { email }, way);
		expect(tools.written()).toEqual([]);
	});

	it.each(NAMES)('no person is added, called or kept by the name %s', async (name) => {
		await tools.ask('Kakiyo Prospect > Add', { fields: mapped({ name, url: 'linkedin.com/in/jane' }) }, way);
		await tools.ask(
			'KaiCalls Call > Create',
			{ to: '+12025550123', personName: name, additionalFields: { name } },
			way,
		);
		expect(tools.written().filter((line) => !line.startsWith('POST /calls ') || line.includes('"name"'))).toEqual([]);
	});
});

it.each([
	['KaiCalls Webhook > Create', { url: 'https://yourtango.com/hook?a[]=1&fields[name]=x' }],
	['Kakiyo Webhook > Create', { url: 'https://hooks.example.com/n8n' }],
	['Kakiyo Prospect > Add', { fields: mapped({ name: 'Joe Sample', url: 'https://www.linkedin.com/in/joe-sample' }) }],
	['Kakiyo Workspace > Invite Client', { email: 'dana@example.com' }],
])('%s accepts a real person’s value: %j', async (at, parameters) => {
	const [answer] = await tools.ask(at, parameters);
	expect(answer?.error).toBeUndefined();
	expect(tools.written()).toHaveLength(1);
});

it('a workflow with example values adds no person, either', async () => {
	const add = tools.operations.find(({ at }) => at === 'Kakiyo Prospect > Add');
	const errors = [
		...PROFILES.map((url) => mapped({ name: 'Jane Doe', url })),
		...NAMES.map((name) => mapped({ name, url: 'linkedin.com/in/jane' })),
	].map(async (fields) => await add?.run(stand.origin, { fields }));
	expect((await Promise.all(errors)).filter((error) => !error)).toEqual([]);
	expect(tools.written()).toEqual([]);
});
