import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import type { EntryPoint } from '../engine';
import { byId, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

const LIST = '/prospects/campaign/campaign_001';
const byProfile = (value: string) => ({ __rl: true, mode: 'url', value });
const on = (operation: string, profile: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'prospect',
	operation,
	chatId: byProfile(profile),
	campaignId: byId('campaign_001'),
	...more,
});
const toItsItem = { settings: { onError: 'continueErrorOutput' as const } };

const inCampaign = () =>
	bench.control.kakiyoState().prospects.filter(({ campaignId }) => campaignId === 'campaign_001');
const chat = (wanted: string) => bench.control.kakiyoState().prospects.find(({ chatId }) => chatId === wanted);
const changes = () =>
	bench
		.requests()
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
const lists = () => bench.requests().filter(({ path }) => path.startsWith('/prospects/campaign/'));

/** Answers the list of a campaign with these people, one for each address. */
function peopleAre(urls: Array<string | null>, campaign = 'campaign_001'): void {
	const rows = urls.map((url, index) => ({
		id: `chat_x${index}`,
		status: 1,
		paused: false,
		prospect: { id: `prospect_x${index}`, name: `P ${index}`, url },
	}));
	bench.control.fail({
		method: 'GET',
		path: `/prospects/campaign/${campaign}`,
		kind: 'status',
		status: 200,
		body: rows,
		headers: { 'x-has-more': 'false' },
	});
}

describe('case 40: a conversation by the profile of its person', () => {
	it('is paused, with the address in any spelling of the CRM', async () => {
		const [last] = inCampaign().slice(-1);
		const slug = last?.url.split('/in/')[1] ?? '';
		const { items, error } = await bench.run(on('pause', `LinkedIn.com/in/${slug.toUpperCase()}/?trk=crm`));
		expect(error?.message).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ url: `https://linkedin.com/in/${slug}`, message: 'Conversation paused successfully', chatId: last?.chatId },
		]);
		expect(changes()).toEqual([`POST /prospects/${last?.chatId}/pause`]);
		expect(chat(last?.chatId ?? '')).toMatchObject({ paused: true });
	});

	it.each([
		['get', 'GET', ''],
		['pause', 'POST', '/pause'],
		['resume', 'POST', '/resume'],
		['qualify', 'POST', '/qualify'],
		['updateCustomData', 'PATCH', '/custom-data'],
	])('%s', async (operation, method, below) => {
		const person = inCampaign()[120];
		const { items, error } = await bench.run(
			on(
				operation,
				person?.url ?? '',
				operation === 'updateCustomData' ? { customData: 'Answered by e-mail' } : { simplify: true },
			),
		);
		expect(error?.message).toBeUndefined();
		expect(bench.requests().at(-1)).toMatchObject({ method, path: `/prospects/${person?.chatId}${below}` });
		if (operation === 'get') expect(items[0]?.json).toMatchObject({ chatId: person?.chatId, url: person?.url });
	});

	it('reads each campaign once for a run, page by page, not once for each item', async () => {
		const items = inCampaign()
			.slice(0, 40)
			.map(({ url, campaignId: campaign }) => ({ url, campaign }));
		const pages = Math.ceil(inCampaign().length / 100);
		const { items: rows, error } = await bench.run(
			on('get', '={{ $json.url }}', { campaignId: byId('={{ $json.campaign }}') }),
			{ items },
		);
		expect(error?.message).toBeUndefined();
		expect(rows).toHaveLength(40);
		expect(lists()).toHaveLength(pages);
	});

	it.each(['routing', 'one by one'] as EntryPoint[])('is found through "%s", too', async (entryPoint) => {
		const items = inCampaign()
			.slice(0, 3)
			.map(({ url }) => ({ url }));
		await bench.run(on('pause', '={{ $json.url }}'), { items, entryPoint });
		expect(changes().sort()).toEqual(
			inCampaign()
				.slice(0, 3)
				.map(({ chatId }) => `POST /prospects/${chatId}/pause`)
				.sort(),
		);
		expect(lists()).toHaveLength(3);
	});

	it('is found in all campaigns if none is chosen, and is not guessed if several have it', async () => {
		const everywhere = (profile: string) =>
			on('pause', profile, { campaignId: { __rl: true, mode: 'list', value: '' } });
		const two = () =>
			bench.control.fail({
				method: 'GET',
				path: '/campaigns',
				kind: 'status',
				status: 200,
				body: [{ id: 'campaign_001' }, { id: 'campaign_x' }],
			});
		const [first] = inCampaign();
		two();
		peopleAre(['linkedin.com/in/ann-example'], 'campaign_x');
		await bench.run(everywhere('linkedin.com/in/ann-example'), toItsItem);
		expect(changes()).toEqual(['POST /prospects/chat_x0/pause']);
		two();
		peopleAre([first?.url ?? ''], 'campaign_x');
		const { errors } = await bench.run(everywhere(first?.url ?? ''), toItsItem);
		expect(errors[0]?.json.error).toContain(
			`has 2 conversations: "${first?.chatId}" in the campaign "campaign_001", "chat_x0" in the campaign "campaign_x"`,
		);
		expect(changes()).toHaveLength(1);
	});

	it('is found in all campaigns, though another one was deleted since they were listed', async () => {
		const [person] = inCampaign();
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 200,
			body: [{ id: 'campaign_gone' }, { id: 'campaign_001' }],
		});
		const { error } = await bench.run(
			on('pause', person?.url ?? '', { campaignId: { __rl: true, mode: 'list', value: '' } }),
		);
		expect(error?.message).toBeUndefined();
		expect(changes()).toEqual([`POST /prospects/${person?.chatId}/pause`]);
	});

	it('names a campaign that cannot be read', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/campaigns',
			kind: 'status',
			status: 200,
			body: [{ id: 'campaign_001' }, { id: 'campaign_x' }],
		});
		bench.control.fail({
			method: 'GET',
			path: '/prospects/campaign/campaign_x',
			kind: 'status',
			status: 403,
			body: { error: 'forbidden', message: 'no' },
		});
		const { error } = await bench.run(
			on('pause', inCampaign()[0]?.url ?? '', { campaignId: { __rl: true, mode: 'list', value: '' } }),
		);
		expect(error?.description).toContain('from the campaign "campaign_x"');
		expect(changes()).toEqual([]);
	});

	it('is an error with the name of the chosen campaign if that does not exist', async () => {
		const { error } = await bench.run(on('pause', inCampaign()[0]?.url ?? '', { campaignId: byId('campaign_gone') }));
		expect(`${error?.message} ${error?.description}`).toContain('campaign_gone');
	});

	it('is in the answer to an agent', async () => {
		const [person] = inCampaign();
		const tool = bench.tool(on('pause', '={{ $fromAI("profile", "", "string") }}'));
		expect(JSON.stringify(await tool({ profile: person?.url }))).toContain('paused successfully');
		expect(await errorOf(tool({ profile: 'linkedin.com/in/nobody-of-that-name' }))).toContain(
			'No person with the profile',
		);
	});

	it('is looked up again by a Retry, when the list could not be read', async () => {
		const [person] = inCampaign();
		const resumeToken = randomUUID();
		bench.control.fail({ method: 'GET', path: LIST, kind: 'status', status: 503 });
		const parameters = on('pause', person?.url ?? '', { options: { maxRetries: 0 } });
		const first = await bench.run(parameters, { resumeToken });
		expect(first.error?.message).toContain('Kakiyo cannot answer');
		expect(changes()).toEqual([]);
		await bench.retry(parameters, first, { resumeToken });
		expect(changes()).toEqual([`POST /prospects/${person?.chatId}/pause`]);
	});
});

describe('the address', () => {
	it.each([
		[
			'the capitals of a member ID count',
			'https://www.linkedin.com/in/ACoAAB1cdEFgh',
			['https://linkedin.com/in/ACoAAB1cdEFGH', 'https://www.linkedin.com/in/ACoAAB1cdEFgh'],
			'chat_x1',
		],
		[
			'Kakiyo may write a member ID in lower case',
			'https://www.linkedin.com/in/ACoAAB1cdEFgh',
			['https://linkedin.com/in/acoaab1cdefgh'],
			'chat_x0',
		],
		[
			'composed and decomposed letters are the same',
			'https://linkedin.com/in/rene\u0301e',
			['https://linkedin.com/in/ren%c3%a9e'],
			'chat_x0',
		],
		[
			'country hosts and queries do not matter',
			'fr.linkedin.com/in/Jane-Doe?x=1',
			['https://linkedin.com/in/john-doe', 'https://linkedin.com/in/jane-doe'],
			'chat_x1',
		],
		[
			'an address in a list of one',
			'={{ ["linkedin.com/in/jane-doe"] }}',
			['https://linkedin.com/in/jane-doe'],
			'chat_x0',
		],
	])('%s', async (_, profile, urls, chatId) => {
		peopleAre(urls);
		await bench.run(on('pause', profile), toItsItem);
		expect(changes()).toEqual([`POST /prospects/${chatId}/pause`]);
	});

	it('of another person whose member ID differs only in capitals is not used', async () => {
		peopleAre(['https://linkedin.com/in/ACoAAB1cdEFGH', null]);
		const { errors } = await bench.run(on('pause', 'https://linkedin.com/in/ACoAAB1cdEFgh'), toItsItem);
		expect(errors[0]?.json.error).toBe(
			'No person with the profile "https://linkedin.com/in/ACoAAB1cdEFgh" in the campaign "campaign_001"',
		);
		expect(changes()).toEqual([]);
	});

	it('of a person with two conversations is not guessed', async () => {
		peopleAre(['https://linkedin.com/in/jane-doe', 'https://linkedin.com/in/JANE-doe/']);
		const { errors } = await bench.run(on('pause', 'linkedin.com/in/jane-doe'), toItsItem);
		expect(errors[0]?.json).toMatchObject({
			error:
				'The person with the profile "https://linkedin.com/in/jane-doe" has 2 conversations: "chat_x0" in the campaign "campaign_001", "chat_x1" in the campaign "campaign_001"',
			details: { description: 'Nothing was done. Choose the campaign, or enter the ID of one of them.' },
		});
		expect(changes()).toEqual([]);
	});

	it.each([
		['https://www.linkedin.com/company/acme', 'must be a LinkedIn profile address'],
		['linkedin.com/in/jane-doe, linkedin.com/in/john-doe', 'must be one address (got 2:'],
		['chat_005', 'must be a LinkedIn profile address'],
		['={{ $json.none }}', '"Conversation"'],
	])('%s is refused before anything is sent', async (profile, message) => {
		const { errors } = await bench.run(on('pause', profile), toItsItem);
		expect(errors[0]?.json.error).toContain(message);
		expect(bench.requests()).toEqual([]);
	});

	it('is not searched if an expression finds no campaign', async () => {
		const { errors } = await bench.run(
			on('pause', 'linkedin.com/in/jane-doe', { campaignId: byId('={{ $json.none }}') }),
			toItsItem,
		);
		expect(errors[0]?.json.error).toBe('"Campaign" is empty');
		expect(bench.requests()).toEqual([]);
	});

	it('is searched by one failing read, not by one for each item', async () => {
		bench.control.fail({
			method: 'GET',
			path: LIST,
			kind: 'status',
			status: 403,
			body: { error: 'forbidden', message: 'no' },
			times: 50,
		});
		const items: IDataObject[] = Array.from({ length: 30 }, (_, index) => ({
			url: `linkedin.com/in/jane-doe-${index}`,
		}));
		const { errors } = await bench.run(on('pause', '={{ $json.url }}'), { items, ...toItsItem });
		expect(errors).toHaveLength(30);
		expect(bench.requests()).toHaveLength(1);
	});
});
