import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useKakiyoStage } from './kakiyoStage';
import { itemsOf } from './stage';

const stage = useKakiyoStage();

/** A conversation of the sandbox. */
const known = () => {
	const [chat] = stage.control.kakiyoState().prospects;
	if (!chat) throw new Error('The seed has no conversation');
	return chat;
};

const said = (chatId: string): IDataObject => ({
	agentId: 'agent_1',
	campaignId: 'campaign_001',
	chatId,
	prospectId: 'prospect_5',
	message: 'Sounds good',
	timestamp: '2026-03-02T10:30:00.000Z',
});

const eventOf = (data: IDataObject, more: IDataObject = {}): IDataObject => ({
	event: 'linkedin.message.received',
	teamId: 'team_1',
	timestamp: new Date(stage.vendorNow).toISOString(),
	data,
	...more,
});

/** What the run starts with for a delivery that Kakiyo has signed. */
async function started(event: IDataObject, parameters: INodeParameters = {}): Promise<IDataObject> {
	stage.parameters = { events: ['*'], ...parameters };
	const body = JSON.stringify(event);
	const signature = createHmac('sha256', String(stage.data.secret)).update(body).digest('hex');
	const answer = await stage.call({ body, headers: { 'x-kakiyo-signature': signature } });
	expect(answer.status).toBe(200);
	const [item] = itemsOf(answer) ?? [];
	if (!item) throw new Error('No run started');
	return item;
}

const reads = () => stage.requests().filter((request) => request.startsWith('GET /prospects'));

const withProspect = { options: { includeProspect: true } };

beforeEach(async () => await stage.activate());

describe('an event in one level', () => {
	it('has the message first, and its IDs last', async () => {
		const item = await started(eventOf(said('chat_1')));
		expect(Object.keys(item)).toEqual([
			'message',
			'event',
			'timestamp',
			'teamId',
			'agentId',
			'campaignId',
			'chatId',
			'prospectId',
		]);
		expect(item).toMatchObject({
			message: 'Sounds good',
			event: 'linkedin.message.received',
			chatId: 'chat_1',
			timestamp: expect.stringMatching(/^2026-03-02T.+[+-]\d\d:\d\d$/),
		});
		expect(reads()).toEqual([]);
	});

	it('has the same names if Kakiyo nests its data', async () => {
		const data = {
			message: { id: 'm1', content: 'Hi there', type: 'text' },
			prospect: { id: 'p1', name: 'R Lee', headline: 'CFO', url: 'https://linkedin.com/in/rlee' },
			campaign: { id: 'c1', name: 'Spring CFOs' },
			agent: { id: 'a1', name: 'Dana' },
		};
		const item = await started(
			eventOf(data, { event: 'message.sent', teamId: undefined, team: { id: 'team_1', name: 'Acme' } } as IDataObject),
		);
		expect(item).toMatchObject({
			message: 'Hi there',
			name: 'R Lee',
			url: 'https://linkedin.com/in/rlee',
			headline: 'CFO',
			campaignName: 'Spring CFOs',
			agentName: 'Dana',
			teamId: 'team_1',
			agentId: 'a1',
			campaignId: 'c1',
			prospectId: 'p1',
		});
		expect(Object.keys(item)[0]).toBe('message');
	});

	it('keeps unknown members', async () => {
		expect(await started(eventOf({ ...said('chat_1'), unheard: { of: [1, null] } }, { more: 7 }))).toMatchObject({
			unheard: { of: [1, null] },
			more: 7,
		});
	});

	it('is unchanged with Simplify off', async () => {
		const event = eventOf(said('chat_1'));
		expect(await started(event, { simplify: false })).toEqual(event);
	});

	it('may have no data at all', async () => {
		expect(await started(eventOf({}, { data: null }))).toMatchObject({
			event: 'linkedin.message.received',
			teamId: 'team_1',
		});
	});
});

describe('Include Prospect', () => {
	it.each([true, false])('adds the person and the campaign, by one request, with Simplify %p', async (simplify) => {
		const { chatId } = known();
		const item = await started(eventOf(said(chatId)), { simplify, ...withProspect });
		const person = {
			name: expect.stringMatching(/./),
			url: expect.stringContaining('linkedin.com/in/'),
			campaignName: expect.stringMatching(/./),
		};
		expect(item).toMatchObject(
			simplify ? { message: 'Sounds good', ...person } : { data: said(chatId), prospect: person },
		);
		expect(reads()).toEqual([`GET /prospects/${chatId}`]);
	});

	it.each<[string, () => void, string?]>([
		['Kakiyo does not know the person', () => undefined, 'chat_unknown'],
		[
			'Kakiyo refuses',
			() => stage.control.fail({ method: 'GET', path: '/prospects/*', kind: 'status', status: 403, times: 10 }),
		],
		[
			'Kakiyo is out of order',
			() => stage.control.fail({ method: 'GET', path: '/prospects/*', kind: 'status', status: 503, times: 10 }),
		],
		[
			'the connection breaks off',
			() => stage.control.fail({ method: 'GET', path: '/prospects/*', kind: 'resetAfterHandler', times: 10 }),
		],
		['the credential is gone', () => void (stage.hasCredential = false)],
		[
			'Kakiyo takes too long',
			() => stage.control.fail({ method: 'GET', path: '/prospects/*', kind: 'slow', times: 10, delaySeconds: 3 }),
		],
		[
			'the limit is used up',
			() => stage.control.fail({ method: 'GET', path: '/prospects/*', kind: 'status', status: 429, times: 10 }),
		],
	])('starts the run without the person, and says why, if %s', async (_, prepare, chatId = known().chatId) => {
		prepare();
		const item = await started(eventOf(said(chatId)), withProspect);
		expect(item).toMatchObject({
			message: 'Sounds good',
			chatId,
			personNote: expect.stringContaining('The person was not read: '),
		});
	});

	it('reads nothing for an event without a conversation', async () => {
		expect(await started(eventOf({ agentId: 'agent_1' }), withProspect)).toMatchObject({
			personNote: 'The person was not read: the event has no conversation ID.',
		});
		expect(reads()).toEqual([]);
	});

	it('reads once for an event that is delivered twice', async () => {
		const event = eventOf(said(known().chatId));
		await started(event, withProspect);
		await expect(started(event, withProspect)).rejects.toThrow('No run started');
		expect(reads()).toHaveLength(1);
	});
});
