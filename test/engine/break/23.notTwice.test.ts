import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from '../agents/everyOperation';
import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

type Written = [how: string, at: string, first: INodeParameters, second: INodeParameters];

const HOOK = 'https://example.com/hook';

const webhook = (url: string, ...events: string[]): INodeParameters => ({ url, name: 'CRM', events });
const text = (message: string): INodeParameters => ({ to: '+12025550123', message });
const replay = (eventIds: string): INodeParameters => ({ replayBy: 'id', eventIds });

describe.each(WAYS)('the same, written otherwise, is done once (%s)', (way) => {
	const isDoneOnce = async (_: string, at: string, first: INodeParameters, second: INodeParameters): Promise<void> => {
		await tools.ask(at, first, way);
		const once = tools.written().length;
		await tools.ask(at, second, way);
		expect({ once, all: tools.written().length }).toEqual({ once: 1, all: 1 });
	};

	// Section 4, "what must not happen twice is known by credential, operation and content". Models write lists in the order in which they
	// come to mind. What the user would see: two webhooks, so that each event comes twice; every workflow that listens runs a second time.
	it.each<Written>([
		[
			'events',
			'KaiCalls Webhook > Create',
			webhook(HOOK, 'call.completed', 'lead.captured'),
			webhook(HOOK, 'lead.captured', 'call.completed'),
		],
		[
			'events',
			'Kakiyo Webhook > Create',
			webhook(HOOK, 'message.received', 'prospect.qualified'),
			webhook(HOOK, 'prospect.qualified', 'message.received'),
		],
		['IDs of events', 'KaiCalls Event > Replay', replay('evt_1, evt_2'), replay('evt_2, evt_1')],
	])('a list in another order: %s (%s)', isDoneOnce);

	// The same line; docs/agents.md: "The same is what reads the same". A model that is asked anew writes the text anew. What the user would
	// see: a person has the same SMS twice; two webhooks with one address.
	it.each<Written>([
		[
			'the slash behind a host',
			'KaiCalls Webhook > Create',
			webhook('https://example.com'),
			webhook('https://example.com/'),
		],
		[
			'the port that is meant anyway',
			'KaiCalls Webhook > Create',
			webhook('https://example.com/a'),
			webhook('https://example.com:443/a'),
		],
		[
			'another apostrophe',
			'KaiCalls SMS Message > Send',
			text("Don't forget: nine o'clock"),
			text('Don’t forget: nine o’clock'),
		],
		['three dots in one', 'KaiCalls SMS Message > Send', text('See you ... at nine'), text('See you … at nine')],
		[
			'an emoji without its invisible mark',
			'KaiCalls SMS Message > Send',
			text('Call us ☎️ at nine'),
			text('Call us ☎ at nine'),
		],
		['figures of full width', 'KaiCalls SMS Message > Send', text('Slot at ９'), text('Slot at 9')],
		['quotation marks around all', 'KaiCalls SMS Message > Send', text('See you at nine'), text('"See you at nine"')],
	])('a text in another form: %s (%s)', isDoneOnce);
});

// Section 4, "Caps: At Most per Day for a tool over all persons". The option is offered in these tools, too. What the user would see: an
// agent that has gone astray lets LinkedIn agents write to everybody again, in spite of At Most per Day.
describe.each(WAYS)('At Most per Day holds for what lets an agent write to people again (%s)', (way) => {
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
