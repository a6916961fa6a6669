import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { asTool } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { mapped, useKayseBench } from '../kayse';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';
import { itemsOf } from './reads';

const stand = useStand();
const tools = useEveryTool(stand);
const kaiCalls = useKaiCallsBench();
const kayse = useKayseBench();

describe('the same request in other words is done once', () => {
	it.each<[string, string, INodeParameters, INodeParameters]>([
		[
			'a blank at the end of a message',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'We have a slot on Friday at nine.' },
			{ to: '+12025550123', message: 'We have a slot on Friday at nine. ' },
		],
		[
			'two blanks in place of one',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'We have a slot on Friday.' },
			{ to: '+12025550123', message: 'We have a slot  on Friday.' },
		],
		[
			'letters in another composition',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'Café at nine' },
			{ to: '+12025550123', message: 'Cafe\u0301 at nine' },
		],
		[
			'a zero-width character within',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'Slot at nine' },
			{ to: '+12025550123', message: 'Slot at\u200b nine' },
		],
		[
			'a no-break space',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'Slot at nine' },
			{ to: '+12025550123', message: 'Slot at\u00a0nine' },
		],
		[
			'another line ending',
			'KaiCalls SMS Message > Send',
			{ to: '+12025550123', message: 'Slot\nat nine' },
			{ to: '+12025550123', message: 'Slot\r\nat nine' },
		],
		[
			'a blank around the context of a call',
			'KaiCalls Call > Create',
			{ to: '+12025550123', additionalFields: { context: 'Invoice 12' } },
			{ to: '+12025550123', additionalFields: { context: 'Invoice 12  ' } },
		],
		[
			'JSON with members in another order',
			'KaiCalls Communication Run > Create',
			{ run: '{"business_id":"b1","campaign":"x"}' },
			{ run: '{"campaign":"x","business_id":"b1"}' },
		],
		[
			'JSON with a message that has another blank',
			'KaiCalls Communication Run > Create',
			{ run: '{"business_id":"b1","message":"Hi there"}' },
			{ run: '{"business_id":"b1","message":"Hi there "}' },
		],
		[
			'inner JSON in another order',
			'KAIRO Workflow > Run',
			{ inputJson: '{"topic":{"a":1,"b":2}}' },
			{ inputJson: '{"topic":{"b":2,"a":1}}' },
		],
		[
			'an address in capitals',
			'Kakiyo Workspace > Invite Client',
			{ email: 'client@example.com' },
			{ email: 'Client@Example.com' },
		],
		[
			'the host of a webhook in capitals',
			'KaiCalls Webhook > Create',
			{ url: 'https://example.com/kaicalls' },
			{ url: 'https://EXAMPLE.com/kaicalls' },
		],
	])('%s (%s)', async (_, at, first, second) => {
		await tools.ask(at, first);
		const once = tools.written().length;
		await tools.ask(at, second);
		expect({ once, all: tools.written().length }).toEqual({ once: 1, all: 1 });
	});
});

describe('a value that was changed twice, and is changed back', () => {
	it.each(
		WAYS.flatMap((way) =>
			[
				'KaiCalls Lead > Update',
				'KaiCalls Agent > Update',
				'KAIRO Agent > Update',
				'KAIRO Context > Update Source',
			].map((at) => [at, way] as const),
		),
	)('%s is done each time (%s)', async (at, way) => {
		for (const name of ['Anna', 'Bea', 'Anna']) await tools.ask(at, { updateFields: { name } }, way);
		expect(tools.written()).toHaveLength(3);
	});
});

describe('a value that a model changes back within one execution of an agent', () => {
	it('is changed each time', async () => {
		const update = {
			resource: 'lead',
			operation: 'update',
			leadId: byId('1'),
			updateFields: { status: '={{ $fromAI("status", "", "string") }}' },
		};
		const call = asTool(kaiCalls.nodeRun(update, { baseUrl: stand.origin }));
		for (const status of ['contacted', 'qualified', 'contacted']) await call({ status });
		expect(tools.written()).toHaveLength(3);
	});
});

it.each(WAYS)(
	'a person added again with other texts: the answer does not claim that these were accepted (%s)',
	async (way) => {
		tools.says(() => ({ body: { listId: 'l1', message: 'accepted' } }));
		const adding = (customData: string) => ({
			fields: mapped({ name: 'Jane', url: 'linkedin.com/in/jane', customData }),
		});
		await tools.ask('Kakiyo Prospect > Add', adding('Likes tea'), way);
		const [answer] = await tools.ask('Kakiyo Prospect > Add', adding('Is allergic to tea'), way);
		expect(tools.written()).toHaveLength(1);
		expect(String(answer?.note)).toContain('The words of this call were not used');
	},
);

it.each(WAYS)('a call with Same Again at 0 is known to a later call without it (%s)', async (way) => {
	await tools.ask('KaiCalls Call > Create', { options: { sameAgainAfter: 0 } }, way);
	await tools.ask('KaiCalls Call > Create', {}, way);
	expect(tools.written()).toHaveLength(1);
});

it('one of five equal calls at once is done, and all get its answer (MCP)', async () => {
	tools.says(() => ({ body: { id: 'x', call_id: 'x' }, afterMs: 100 }));
	const answers = await Promise.all(Array.from({ length: 5 }, async () => await tools.ask('KaiCalls Call > Create')));
	expect(tools.written()).toHaveLength(1);
	expect(answers.flat().filter(({ error }) => error !== undefined)).toEqual([]);
});

describe('Take In through MCP after a refused case', () => {
	const takeIn = (caseNumber: string): INodeParameters => ({
		resource: 'lead',
		operation: 'intake',
		clientFields: mapped({
			external_source: 'website',
			external_source_id: 'lead-1',
			first_name: 'Dana',
			last_name: 'Reyes',
			mobile: '+12025550123',
		}),
		caseFields: mapped({
			external_source: 'website',
			external_source_id: 'case-1',
			case_number: caseNumber,
			status: 'new',
			type: 'civil',
		}),
	});
	const ask = async (caseNumber: string): Promise<IDataObject[]> => itemsOf(await kayse.tool(takeIn(caseNumber))({}));

	it.each([
		['the same', 'WEB-1'],
		['a corrected case number', 'WEB-2'],
	])('makes no second client when it is called with %s', async (_, second) => {
		kayse.control.fail({ method: 'POST', path: '/cases', kind: 'status', status: 422 });
		await ask('WEB-1');
		await ask(second);
		expect(kayse.state.clients.filter(({ external_source_id: id }) => id === 'lead-1')).toHaveLength(1);
	});
});
