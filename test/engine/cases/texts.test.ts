import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId, type Bench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { automatic, useKayseBench } from '../kayse';
import { outcome } from '../outcome';
import { items } from './brought';
import { everyOne } from '../../support/everyOne';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

const agentId = () => byId(kaiCalls.state.agents[0]?.id ?? '');
const text = (message: string): INodeParameters => ({
	resource: 'smsMessage',
	operation: 'send',
	agentId: agentId(),
	to: '+12025550123',
	message,
});
const call = (fields: INodeParameters): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: agentId(),
	to: '+12025550123',
	...fields,
});

/** No first name: not there, nothing, and an empty cell. */
const NAMELESS = [
	{ last_name: 'Example' },
	{ first_name: null, last_name: 'Sample' },
	{ first_name: '', last_name: 'Test' },
];

describe('a text to a person', () => {
	it.each([
		['=Hi {{ $json.first_name }},\nshall we talk?', 'Hi ,'],
		['={{ $json.first_name }}, shall we talk?', ','],
		['=Dear {{ $json.first_name ?? "" }}!', 'Dear !'],
		['=We spoke with {{ $json.first_name }}’s sister.', 'We spoke with ’s'],
	])('with a gap, where n8n found no first name, is not sent: %j', async (message, gap) => {
		const missing = expect.stringContaining(`"Message" has a gap in it, "${gap}": {{ $json.first_name`);
		const first = await outcome(kaiCalls, text(message), NAMELESS);
		expect([first.sent, first.errors]).toEqual([[], [missing, missing, missing]]);
		const second = await outcome(
			kayse,
			{ resource: 'case', operation: 'sendSms', caseId: 9001, clientId: 401, message },
			NAMELESS,
		);
		expect([second.sent, second.errors]).toEqual([[], [missing, missing, missing]]);
	});

	it('is sent if its gap may be intended, if the user allows it, and if the name is there', async () => {
		const rows = [{ first_name: 'Ann' }];
		const sent = async (message: string, more: INodeParameters = {}, row = {}) => {
			kaiCalls.reset();
			return (await outcome(kaiCalls, { ...text(message), ...more }, [row])).sent.map(
				({ body }) => Object(body).message,
			);
		};
		expect(await sent('=Hi {{ $json.first_name }}, shall we talk?', {}, rows[0])).toEqual(['Hi Ann, shall we talk?']);
		expect(await sent('=Hi {{ $json.first_name }}, shall we talk?', { options: { sendUnfilledText: true } })).toEqual([
			'Hi , shall we talk?',
		]);
		expect(await sent('=Hello {{ $json.first_name }} and welcome')).toEqual(['Hello  and welcome']);
	});

	it('is checked in the context and the first message of a call, too', async () => {
		const { sent, errors } = await outcome(
			kaiCalls,
			call({ context: '=Ask for {{ $json.first_name }}.', additionalFields: { firstMessage: 'Hello' } }),
			NAMELESS.slice(0, 1),
		);
		expect([sent, errors]).toEqual([[], [expect.stringContaining('"Context" has a gap in it, "Ask for ."')]]);
		const listed = await outcome(
			kaiCalls,
			call({ context: '=Name: {{ $json.first_name }}, Notes: {{ $json.notes }}' }),
		);
		expect(listed.sent).toMatchObject([{ body: { context: 'Name: , Notes: ' } }]);
	});

	it('is checked everywhere: in first messages, prompts, variables and JSON', async () => {
		const agent = (updateFields: INodeParameters): INodeParameters => ({
			resource: 'agent',
			operation: 'update',
			agentId: agentId(),
			updateFields,
		});
		const run = (value: string): INodeParameters => ({ resource: 'communicationRun', operation: 'create', run: value });
		const texts: Array<[Bench, INodeParameters, string]> = [
			[kaiCalls, agent({ firstMessage: '={{ `Hi ${$json.nothing}` }}' }), 'First Message'],
			[kaiCalls, agent({ outboundFirstMessage: '=Hi {{ $json.nothing }},' }), 'Outbound First Message'],
			[kaiCalls, agent({ inboundPrompt: '=You work for {{ $json.nothing }}.' }), 'Inbound Prompt'],
			[kaiCalls, agent({ vapiConfig: '{"firstMessage": "Hi undefined"}' }), 'Vapi Config'],
			[
				kaiCalls,
				{
					resource: 'lead',
					operation: 'update',
					leadId: byId('1ead0000-0000-4000-8000-000000000060'),
					updateFields: { name: '={{ `Ann ${$json.nothing}` }}' },
				},
				'Name',
			],
			[
				kaiCalls,
				run('={"business_id": "b", "message": "Hi {{ $json.nothing }}, hello"}'),
				'People and Messages (JSON)',
			],
			[
				kaiCalls,
				run('={{ JSON.stringify({ business_id: "b", message: "Hi " + $json.nothing }) }}'),
				'People and Messages (JSON)',
			],
			[
				kakiyo,
				{
					resource: 'prompt',
					operation: 'update',
					promptId: byId('prompt_001'),
					updateFields: { firstMessage: '={{ `Hi ${$json.nothing}, nice` }}' },
				},
				'First Message',
			],
			[
				kakiyo,
				{
					resource: 'prompt',
					operation: 'update',
					promptId: byId('prompt_001'),
					updateFields: { followUps: { followUp: [{ delay: 2, prompt: 'Hi undefined' }] } },
				},
				'Prompt',
			],
			[
				kakiyo,
				{
					resource: 'campaign',
					operation: 'update',
					campaignId: byId('campaign_001'),
					updateFields: { variables: { variable: [{ name: 'city', value: 'in undefined' }] } },
				},
				'Value',
			],
			[
				kakiyo,
				{
					...addProspects,
					fields: { mappingMode: 'defineBelow', value: { name: '=Dr. {{ $json.name }}', url: 'in/ann' } },
				},
				'Name',
			],
			[
				kayse,
				{
					resource: 'campaign',
					operation: 'create',
					name: 'S',
					agentId: 'abc_1',
					caseListId: byId('501'),
					additionalFields: { furtherFields: '{"sms_before_call_text": "Hi undefined"}' },
				},
				'More Settings (JSON)',
			],
		];
		for (const [bench, parameters, field] of everyOne(texts)) {
			const { sent, errors } = await outcome(bench, parameters, [{ name: 'nan' }]);
			expect([field, sent, errors]).toEqual([field, [], [expect.stringContaining(`"${field}" has `)]]);
			expect(errors[0]).toMatch(/so a value is missing|brought nothing|a name is missing/);
		}
	});

	it('may be the name of a record as well, which agents and people read', async () => {
		const unfound = '={{ `Spring ${$json.nothing}` }}';
		const names: Array<[Bench, INodeParameters]> = [
			[kakiyo, { resource: 'agent', operation: 'create', additionalFields: { name: unfound } }],
			[
				kakiyo,
				{
					resource: 'campaign',
					operation: 'create',
					name: unfound,
					agentId: byId('a'),
					productId: byId('p'),
					promptId: byId('q'),
				},
			],
			[kakiyo, { resource: 'product', operation: 'create', name: unfound, description: 'Payroll software' }],
			[kakiyo, { resource: 'prompt', operation: 'create', name: unfound, modelId: byId('m') }],
			[kakiyo, { resource: 'workspace', operation: 'create', name: unfound }],
			[kaiCalls, { resource: 'agent', operation: 'update', agentId: agentId(), updateFields: { name: unfound } }],
			[kayse, { resource: 'campaign', operation: 'create', name: unfound, agentId: 'abc_1', caseListId: byId('501') }],
		];
		for (const [bench, parameters] of everyOne(names)) {
			const { sent, errors } = await outcome(bench, parameters);
			expect([sent, errors]).toEqual([
				[],
				[expect.stringContaining('"Name" has "undefined" in it, so a value is missing')],
			]);
		}
		const { sent } = await outcome(kakiyo, { resource: 'workspace', operation: 'create', name: 'Dana Null' });
		expect(sent).toMatchObject([{ body: { name: 'Dana Null' } }]);
	});

	it('with Execute Once goes to the first person alone', async () => {
		const { items: made } = await kaiCalls.run(
			{ ...text('Hello'), to: '={{ $json.to }}' },
			{ items: [{ to: '+12025550123' }, { to: '+12025550124' }], settings: { executeOnce: true } },
		);
		expect([made.length, kaiCalls.requests('/sms/send').map(({ body }) => Object(body).to)]).toEqual([
			1,
			['+12025550123'],
		]);
	});

	it('leaves out the first message of Create and Wait when its expression yields nothing', async () => {
		const { sent } = await outcome(kaiCalls, {
			...call({ firstMessage: '={{ $json.nothing }}' }),
			operation: 'createAndWait',
		});
		expect(sent[0]?.body).toMatchObject({ to: '+12025550123' });
		expect(sent[0]?.body).not.toHaveProperty('firstMessage');
	});
});

describe('JSON text', () => {
	it('with curly quotation marks is refused with the right form', async () => {
		const { error } = await kayse.run(
			{ resource: 'client', operation: 'create', fields: automatic() },
			{ items: items('curly-quotes') },
		);
		expect(kayse.requests()).toEqual([]);
		expect(error?.message).toContain('"Meta" is not valid JSON: it has curly quotation marks');
		expect(error?.description).toContain('Write straight ones: {"lang": "es"}');
	});
});
