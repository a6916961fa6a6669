import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { people, useKakiyoBench } from '../kakiyo';
import { useKayseBench } from '../kayse';
import { outcome } from '../outcome';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();
const kairo = useKairoBench();

const operation = (resource: string, name: string, parameters: INodeParameters): INodeParameters => ({
	resource,
	operation: name,
	...parameters,
});

const agent = () => kaiCalls.state.agents[0]?.id ?? '';
const sms = (message: string) =>
	operation('smsMessage', 'send', { agentId: byId(agent()), to: '+12025550123', message });

describe('KaiCalls', () => {
	it('list filters are read by their kind, and named if they are empty', async () => {
		const filters = {
			agentId: byId('={{ $json.nothing }}'),
			createdAfter: '2026-03-03 09:30:00',
			createdBefore: '46084.5',
			minScore: '10,0',
			status: 'N/A',
		};
		const { sent, errors, hint } = await outcome(
			kaiCalls,
			operation('lead', 'getAll', { returnAll: false, limit: 1, filters }),
		);
		expect(errors).toEqual([]);
		expect(sent).toMatchObject([
			{
				query: {
					created_after: '2026-03-03T14:30:00.000Z',
					created_before: '2026-03-03T17:00:00.000Z',
					score_gte: '10',
				},
			},
		]);
		expect(sent[0]?.query).not.toHaveProperty('status');
		expect(hint).toContain('"Agent"');
		expect(hint).toContain('"Status"');
	});

	it('a call has the fields with a value, in its types', async () => {
		const fields = {
			personName: 'None',
			context: ' ',
			additionalFields: { firstMessage: '={{ $json.nothing }}', maxDuration: '600.0' },
		};
		const { sent } = await outcome(
			kaiCalls,
			operation('call', 'create', { agentId: byId(agent()), to: '+12025550123', ...fields }),
		);
		expect(sent).toEqual([
			{ method: 'POST', path: '/calls', query: {}, body: { agent_id: agent(), to: '+12025550123', max_duration: 600 } },
		]);
	});

	it.each([
		['={{ $json.nothing }}', '"Message" is empty'],
		['={{ ({ a: 1 }) }}', '"Message" must be a single value'],
		["={{ 'Hi ' + $json.first_name + ', shall we talk?' }}", '"Message" has "null" in it'],
		["={{ 'Hi ' + $json.last.name + ', shall we talk?' }}", '"Message" has "undefined" in it'],
	])('a text is not sent for %s', async (message, text) => {
		const result = await outcome(kaiCalls, sms(message), [{ first_name: null, last: {} }]);
		expect(result.sent).toEqual([]);
		expect(result.errors).toEqual([expect.stringContaining(text)]);
	});

	it('a text with a leftover word of an expression is sent if the user allows it', async () => {
		const { sent } = await outcome(kaiCalls, {
			...sms('The term is undefined.'),
			options: { sendUnfilledText: 'yes' },
		});
		expect(sent).toMatchObject([{ body: { message: 'The term is undefined.' } }]);
	});

	it('an update leaves out empty fields', async () => {
		const leadId = byId(kaiCalls.state.leads[0]?.id ?? '');
		const { sent } = await outcome(
			kaiCalls,
			operation('lead', 'update', { leadId, updateFields: { name: 'N', phone: '', email: 'n/a' } }),
		);
		expect(sent).toMatchObject([{ body: { name: 'N' } }]);
		expect(sent[0]?.body).not.toHaveProperty('phone');
		expect(sent[0]?.body).not.toHaveProperty('email');
	});

	it.each(['undefined', 'null', 'NaN', '[object Object]'])('the ID "%s" is refused by name', async (id) => {
		const { sent, errors } = await outcome(kaiCalls, operation('agent', 'get', { agentId: byId(id) }));
		expect([sent, errors]).toEqual([[], [expect.stringContaining(id)]]);
	});

	it('an empty option has its default', async () => {
		const { sent, errors } = await outcome(
			kaiCalls,
			operation('agent', 'get', {
				agentId: byId(agent()),
				options: { maxWait: '={{ $json.nothing }}', maxRetries: '' },
			}),
		);
		expect([sent.length, errors]).toEqual([1, []]);
	});

	it('an empty field that limits the records is refused', async () => {
		const { sent, errors } = await outcome(
			kaiCalls,
			operation('phoneNumber', 'release', {
				phoneNumberToRelease: byId('+12025550123'),
				workspaceId: byId('={{ $json.nothing }}'),
			}),
		);
		expect([sent, errors]).toEqual([[], [expect.stringContaining('"Workspace"')]]);
	});
});

describe('Kakiyo', () => {
	const campaignId = byId('campaign_001');
	const campaign = (additionalFields: INodeParameters) =>
		operation('campaign', 'create', {
			name: 'Spring',
			agentId: byId('a'),
			productId: byId('p'),
			promptId: byId('q'),
			additionalFields,
		});

	it('rows are read by their kind, and blank ones skipped', async () => {
		const rows = [
			...['yes', 'Y', 1, '1', 'TRUE', 'no', 'maybe'].map((ongoing, place) => ({
				...people(1, 600 + place)[0],
				ongoing,
			})),
			...['N/A', '-', 'undefined undefined', 'null', 'Dana Null'].map((name, place) => ({
				...people(1, 700 + place)[0],
				name,
			})),
			{ name: '', url: '', customData: '' },
			{ name: ' ', url: null, customData: 'N/A' },
		];
		const { sent, errors, hint } = await outcome(kakiyo, operation('prospect', 'add', { campaignId }), rows);
		const prospects = (sent[0]?.body as { prospects: IDataObject[] }).prospects;
		expect(prospects.map(({ ongoing }) => ongoing)).toEqual([true, true, true, true, true, false, undefined]);
		expect(prospects.at(-1)?.name).toBe('Dana Null');
		expect(errors).toHaveLength(5);
		expect(hint).toContain('2 blank rows were skipped');
	});

	it.each<[INodeParameters, unknown]>([
		[{ preventAutoStart: 'false' }, { preventAutoStart: false }],
		[{ preventAutoStart: '' }, {}],
		[{ qualificationAutomatic: '10,5' }, { qualificationAutomatic: 10.5 }],
	])('%j is read as %j', async (fields, expected) => {
		const { sent } = await outcome(kakiyo, campaign(fields));
		expect(sent[0]?.body).toEqual({ name: 'Spring', agentId: 'a', productId: 'p', promptId: 'q', ...Object(expected) });
	});

	it.each<[INodeParameters, string]>([
		[campaign({ qualificationAutomatic: 'abc' }), '"Qualify Without Asking From (%)" must be a'],
		[
			operation('workspace', 'removeClient', { workspaceId: byId('w1'), emailToRemove: '={{ $json.nothing }}' }),
			'"Email" is empty',
		],
		[
			operation('prospect', 'delete', { prospectId: byId('p1'), onlyInCampaignId: byId('={{ $json.nothing }}') }),
			'The expression in "Only in Campaign" brought nothing',
		],
		[
			operation('prompt', 'update', { promptId: byId('x1'), updateFields: { firstMessage: '' } }),
			'There is nothing to update',
		],
		[
			operation('webhook', 'update', { webhookId: byId('x1'), updateFields: { secret: '={{ null }}' } }),
			'There is nothing to update',
		],
	])('nothing is sent for %j', async (parameters, message) => {
		const { sent, errors } = await outcome(kakiyo, parameters);
		expect([sent, errors]).toEqual([[], [expect.stringContaining(message)]]);
	});

	it('reads campaigns as JSON text, and working hours in people’s spellings', async () => {
		const distribute = operation('prospect', 'distribute', { campaignIds: '={{ $json.campaigns }}' });
		const [person] = people(1, 800);
		const first = await outcome(kakiyo, distribute, [{ ...person, campaigns: '["campaign_001","campaign_002"]' }]);
		expect(first.sent).toMatchObject([{ body: { campaignIds: ['campaign_001', 'campaign_002'] } }]);
		kakiyo.reset();
		const hours = { startTime: '={{ $json.start }}', workingDays: '={{ $json.days }}' };
		const { sent } = await outcome(
			kakiyo,
			operation('agent', 'update', { agentId: byId('agent_001'), updateFields: hours }),
			[{ start: '9:00 AM', days: 'Mon, Tue' }],
		);
		expect(sent).toMatchObject([{ body: { workingHours: { start: '09:00', days: '1:1:0:0:0:0:0' } } }]);
	});
});

describe('Kayse', () => {
	const create = operation('client', 'create', { fields: { mappingMode: 'autoMapInputData', value: null } });
	const person = (place: number): IDataObject => ({
		first_name: 'Ann',
		last_name: `Example${place}`,
		external_source: 'import',
		external_source_id: `c${place}`,
	});
	const bodies = (sent: Array<{ body: unknown }>) =>
		sent
			.map(({ body }) => body as IDataObject)
			.sort((a, b) => String(a.external_source_id).localeCompare(String(b.external_source_id)));

	it('dates of birth in every spelling are one day, and placeholders none', async () => {
		const spellings = ['01/31/1990', '1/31/1990', 32904, 'Jan 31, 1990', '1990/01/31', '1990-1-31'];
		const { sent } = await outcome(
			kayse,
			create,
			spellings.map((date_of_birth, place) => ({ ...person(place), date_of_birth })),
		);
		expect(bodies(sent).map(({ date_of_birth }) => date_of_birth)).toEqual(spellings.map(() => '1990-01-31'));
		kayse.reset();
		const empty = { email: 'nan', mobile: 'None', city: 'NULL', state: 'N/A' };
		const none = await outcome(
			kayse,
			create,
			['N/A', '0000-00-00', '-'].map((date_of_birth, place) => ({ ...person(place), ...empty, date_of_birth })),
		);
		expect(bodies(none.sent)).toEqual([0, 1, 2].map(person));
	});

	it('IDs of spreadsheets are whole numbers, and a text must have its values', async () => {
		const message = operation('case', 'sendSms', {
			caseId: '={{ $json.case_id }}',
			clientId: '={{ $json.client_id }}',
			message: "={{ 'Hi ' + $json.name + ', call us.' }}",
		});
		const { sent, errors } = await outcome(kayse, message, [
			{ case_id: '9001.0', client_id: '401.0', name: 'Ann' },
			{ case_id: 9001, client_id: 401, name: null },
		]);
		expect(sent).toMatchObject([{ body: { case_id: 9001, client_id: 401, message: 'Hi Ann, call us.' } }]);
		expect(errors).toEqual([expect.stringContaining('"Message" has "null" in it')]);
	});
});

describe('KAIRO', () => {
	it('sources with semicolons are several, and a long number in JSON is not rounded', async () => {
		const first = await outcome(
			kairo,
			operation('agent', 'create', { name: 'A', contextSources: '={{ $json.sources }}' }),
			[{ sources: 'crm; docs' }],
		);
		expect(first.sent).toMatchObject([{ body: { context: ['crm', 'docs'] } }]);
		kairo.reset();
		const run = operation('workflow', 'run', {
			workflowId: byId('wf_1'),
			workflowInputType: 'json',
			inputJson: '{ "id": 7234567890123456789 }',
		});
		const { sent, errors } = await outcome(kairo, run);
		expect([sent, errors]).toEqual([[], [expect.stringContaining('7234567890123456789')]]);
	});
});
