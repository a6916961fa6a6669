import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

type Written = [how: string, at: string, first: INodeParameters, second: INodeParameters];

const HOOK = 'https://example.com/hook';

const webhook = (url: string, ...events: string[]): INodeParameters => ({ url, name: 'CRM', events });
const text = (message: string): INodeParameters => ({ to: '+12025550123', message });
const replay = (eventIds: string): INodeParameters => ({ replayBy: 'id', eventIds });

describe.each(WAYS)('the same request in another spelling is done once (%s)', (way) => {
	const isDoneOnce = async (_: string, at: string, first: INodeParameters, second: INodeParameters): Promise<void> => {
		await tools.ask(at, first, way);
		const once = tools.written().length;
		await tools.ask(at, second, way);
		expect({ once, all: tools.written().length }).toEqual({ once: 1, all: 1 });
	};

	// Models write lists in the order in which they come to mind.
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

	// A model that is asked again writes the text again, with small differences.
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

describe('a request with another meaning goes through', () => {
	it.each<Written>([
		['a power', 'KaiCalls SMS Message > Send', text('Room 10²'), text('Room 102')],
		['a question', 'KaiCalls SMS Message > Send', text('At nine?'), text('At nine.')],
		['another path', 'KaiCalls Webhook > Create', webhook(`${HOOK}/a`), webhook(`${HOOK}/b`)],
		['another port', 'KaiCalls Webhook > Create', webhook('https://example.com'), webhook('https://example.com:8443')],
		[
			'one event more',
			'KaiCalls Webhook > Create',
			webhook(HOOK, 'call.completed'),
			webhook(HOOK, 'call.completed', 'lead.captured'),
		],
		[
			'steps in another order',
			'KAIRO Workflow > Create',
			{ steps: '["agent_1","agent_2"]' },
			{ steps: '["agent_2","agent_1"]' },
		],
	])('%s (%s)', async (_, at, first, second) => {
		await tools.ask(at, first);
		await tools.ask(at, second);
		expect(tools.written()).toHaveLength(2);
	});
});
