import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { mapped } from '../kayse';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

const PHONE = '+12025550123';

describe.each(WAYS)('the same, written otherwise, is done once (%s)', (way) => {
	it.each<[string, string, INodeParameters, INodeParameters]>([
		[
			'the slash behind a host',
			'KaiCalls Webhook > Create',
			{ url: 'https://example.com' },
			{ url: 'https://example.com/' },
		],
		[
			'the port that is meant anyway',
			'KaiCalls Webhook > Create',
			{ url: 'https://example.com/a' },
			{ url: 'https://example.com:443/a' },
		],
		[
			'events in another order',
			'KaiCalls Webhook > Create',
			{ url: 'https://example.com/a', events: ['call.completed', 'lead.captured'] },
			{ url: 'https://example.com/a', events: ['lead.captured', 'call.completed'] },
		],
		[
			'events in another order',
			'Kakiyo Webhook > Create',
			{ url: 'https://example.com/a', name: 'CRM', events: ['message.received', 'prospect.qualified'] },
			{ url: 'https://example.com/a', name: 'CRM', events: ['prospect.qualified', 'message.received'] },
		],
		[
			'IDs of events in another order',
			'KaiCalls Event > Replay',
			{ replayBy: 'id', eventIds: 'evt_1, evt_2' },
			{ replayBy: 'id', eventIds: 'evt_2, evt_1' },
		],
		[
			'an event that was among others',
			'KaiCalls Event > Replay',
			{ replayBy: 'id', eventIds: 'evt_1, evt_2' },
			{ replayBy: 'id', eventIds: 'evt_1' },
		],
		[
			'another apostrophe',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: "Don't forget: nine o'clock" },
			{ to: PHONE, message: 'Don’t forget: nine o’clock' },
		],
		[
			'three dots in one',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: 'See you ... at nine' },
			{ to: PHONE, message: 'See you … at nine' },
		],
		[
			'an emoji with and without its invisible mark',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: 'Call us ☎️ at nine' },
			{ to: PHONE, message: 'Call us ☎ at nine' },
		],
		[
			'letters of full width',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: 'Slot at ９' },
			{ to: PHONE, message: 'Slot at 9' },
		],
		[
			'quotation marks around the whole text',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: 'See you at nine' },
			{ to: PHONE, message: '"See you at nine"' },
		],
		[
			'a number in a run of bulk outreach',
			'KaiCalls Communication Run > Create',
			{ run: '{"business_id":"b1","recipients":[{"phone":"+12025550123"}]}' },
			{ run: '{"business_id":"b1","recipients":[{"phone":"+1 202-555-0123"}]}' },
		],
		[
			'a member that holds nothing',
			'KAIRO Agent > Run',
			{ inputJson: '{"topic":"tea"}' },
			{ inputJson: '{"topic":"tea","style":null}' },
		],
		[
			'the same search with another session',
			'Kakiyo Prospect > Import From Sales Navigator',
			{ requestedCount: 20, searchUrl: 'https://www.linkedin.com/sales/search/people?query=abc' },
			{ requestedCount: 20, searchUrl: 'https://www.linkedin.com/sales/search/people?query=abc&sessionId=x%2Fy' },
		],
		[
			'a list of campaigns with one more',
			'Kakiyo Prospect > Spread Over Campaigns',
			{ campaignIds: ['k1', 'k2'], fields: mapped({ name: 'Jane Roe', url: 'linkedin.com/in/jane-roe' }) },
			{ campaignIds: ['k1', 'k2', 'k3'], fields: mapped({ name: 'Jane Roe', url: 'linkedin.com/in/jane-roe' }) },
		],
		[
			'a profile in another form',
			'Kakiyo Prospect > Add',
			{ fields: mapped({ name: 'Jane Roe', url: 'linkedin.com/in/jane-roe' }) },
			{ fields: mapped({ name: 'Jane Roe', url: 'https://de.linkedin.com/in/Jane-Roe/?trk=x' }) },
		],
		[
			'a number in another form',
			'KaiCalls SMS Message > Send',
			{ to: PHONE, message: 'Slot' },
			{ to: '+1 (202) 555-0123', message: 'Slot' },
		],
	])('%s (%s)', async (_, at, first, second) => {
		tools.says((_url, method) => ({
			body: method === 'GET' ? [] : { id: 'x_1', listId: 'l1', success: true, distribution: [] },
		}));
		await tools.ask(at, first, way);
		const once = tools.written().length;
		await tools.ask(at, second, way);
		expect({ once, all: tools.written().length }).toEqual({ once: 1, all: 1 });
	});
});

// Section 4: "Caps: At Most per Day for a tool over all persons". An agent that has gone astray resumes everybody.
describe.each(WAYS)('At Most per Day holds for what lets an agent write to people (%s)', (way) => {
	it.each<[string, (id: string) => INodeParameters]>([
		['Kakiyo Prospect > Resume', (id) => ({ chatId: byId(id) })],
		['Kakiyo Campaign > Resume', (id) => ({ campaignId: byId(id) })],
		['Kakiyo Agent > Resume', (id) => ({ agentId: byId(id) })],
	])('%s', async (at, about) => {
		for (const id of ['68a1f0c2001d5e7b9c31', '68a1f0c2001d5e7b9c32', '68a1f0c2001d5e7b9c33'])
			await tools.ask(at, { ...about(id), options: { atMostPerDay: 1 } }, way);
		expect(tools.written()).toHaveLength(1);
	});
});
