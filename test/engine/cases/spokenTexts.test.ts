import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { useKaiCallsBench } from '../kaicalls';
import { byId, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { outcome } from '../outcome';
import { automatic } from '../resourceMapper';

const kaicalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();

/** What U+FFFD is shown as: a program has read "ü" and "ö" in the wrong encoding. */
const LOST = '\ufffd';

const client = (id: string, more: IDataObject = {}): IDataObject => ({
	external_source: 'import',
	external_source_id: id,
	first_name: 'Ann',
	last_name: 'Lee',
	...more,
});
const create = { resource: 'client', operation: 'create', fields: automatic() };
const add = { resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') };
const sms = () => ({
	resource: 'smsMessage',
	operation: 'send',
	agentId: byId(kaicalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.to }}',
	message: '={{ $json.text }}',
});
const texts = (...said: string[]): IDataObject[] => said.map((text, place) => ({ to: `+1202555010${place}`, text }));

describe('an expression that n8n did not evaluate reaches no person', () => {
	it('in an SMS whose field is on Fixed, or whose text comes from an earlier node', async () => {
		await outcome(kaicalls, { ...sms(), message: 'Hi {{ $json.name }}, shall we talk?' }, texts(''));
		await outcome(
			kaicalls,
			sms(),
			texts('Hi {{ $json.name }}', "Hi {{ $('Leads').item.json.name }}", '={{ $json.text }}'),
		);
		expect(kaicalls.requests('/sms/send').map(({ body }) => body)).toEqual([]);
	});

	it('in what a call says', async () => {
		const agentId = byId(kaicalls.state.agents[0]?.id ?? '');
		const call = { resource: 'call', operation: 'create', agentId, to: '+12025550130' };
		for (const fields of [
			{ additionalFields: { firstMessage: 'Hi {{ $json.n }}' } },
			{ context: 'About {{ $json.n }}' },
			{ personName: '{{ $json.n }}' },
		])
			await outcome(kaicalls, { ...call, ...fields });
		expect(kaicalls.requests('/calls').map(({ body }) => body)).toEqual([]);
	});

	it('in a message of Kayse', async () => {
		await outcome(kayse, {
			resource: 'case',
			operation: 'sendSms',
			caseId: '9001',
			clientId: 401,
			message: 'Hi {{ $json.first_name }}, your hearing has moved.',
		});
		expect(kayse.requests().map(({ body }) => body)).toEqual([]);
	});

	it('in the name of a prospect, a lead and a client, and in custom data', async () => {
		const people = [
			{ name: '{{ $json.name }}', url: 'in/a-1' },
			{ name: 'Ann {{ $json.last }}', url: 'in/a-2' },
			{ name: 'Ann Lee', url: 'in/a-3', customData: 'Met at {{ $json.where }}' },
		];
		const { errors } = await outcome(kakiyo, add, people);
		const { errors: ofClient } = await outcome(kayse, create, [
			client('c-1', { first_name: '{{ $json.first_name }}' }),
		]);
		const lead = {
			resource: 'lead',
			operation: 'create',
			workspaceId: byId(kaicalls.state.workspaces[0]?.id ?? ''),
			phone: '+12025550123',
			name: '{{ $json.name }}',
		};
		const { errors: ofLead } = await outcome(kaicalls, lead);
		expect([errors.length, ofClient.length, ofLead.length]).toEqual([3, 1, 1]);
	});
});

describe('a greeting without a name reaches no person, from any source of the text', () => {
	it('in a text that an earlier node made', async () => {
		const { sent } = await outcome(kaicalls, sms(), texts('Hi , shall we talk?', 'Dear Mr. ,', 'Hello !'));
		expect(sent).toEqual([]);
	});

	it.each(['={{ "Hi " + $json.name + ", shall we talk?" }}', '={{ `Hi ${$json.name}, shall we talk?` }}'])(
		'in %s',
		async (message) => {
			const { sent } = await outcome(kaicalls, { ...sms(), message }, [{ to: '+12025550100', name: '' }]);
			expect(sent).toEqual([]);
		},
	);

	it('from a cell with a dash alone, which counts as empty', async () => {
		const { sent } = await outcome(kaicalls, { ...sms(), message: '={{ "Hi " + $json.name + ", shall we talk?" }}' }, [
			{ to: '+12025550100', name: '-' },
		]);
		expect(sent).toEqual([]);
	});
});

describe('a text to a person with letters that were lost is refused', () => {
	it('SMS', async () => {
		const { sent } = await outcome(kaicalls, sms(), texts(`Hi Jos${LOST}, shall we talk?`));
		expect(sent).toEqual([]);
	});

	it('the name of a prospect', async () => {
		const { sent } = await outcome(kakiyo, add, [{ name: `Jos${LOST} Garcia`, url: 'in/jose-garcia' }]);
		expect(sent).toEqual([]);
	});
});

describe('a word that is not a name is not spoken to a person', () => {
	it.each(['?', 'Unknown', '.'])('in "Hi %s,"', async (name) => {
		const { sent } = await outcome(kaicalls, { ...sms(), message: '=Hi {{ $json.name }}, shall we talk?' }, [
			{ to: '+12025550100', name },
		]);
		expect(sent).toEqual([]);
	});

	it.each(['?', 'Unknown', 'LinkedIn Member', 'ann@example.com', 'https://www.linkedin.com/in/ann-lee'])(
		'of a prospect: %s',
		async (name) => {
			const { sent } = await outcome(kakiyo, add, [{ name, url: 'https://www.linkedin.com/in/ann-lee' }]);
			expect(sent).toEqual([]);
		},
	);
});
