import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { automatic, mapped, useKayseBench } from '../kayse';
import { outcomes } from './clock';
import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';

const kayse = useKayseBench();
const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const continuing = { settings: { onError: 'continueErrorOutput' as const } };
const tryingAgain = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } };

const found = <T extends { id: number }>(rows: T[], id: number): T => {
	const row = rows.find((one) => one.id === id);
	if (!row) throw new Error(`There is no record ${id}`);
	return row;
};
const client = (id: number) => found(kayse.state.clients, id);
const legalCase = (id: number) => found(kayse.state.cases, id);
const writes = () => kayse.requests().filter(({ method }) => method !== 'GET');

const ADA = 401;
const adasCase = () => client(ADA).case_ids[0] ?? 0;
/** Kayse shows who has opted out, and empties what an update leaves out. */
const strict = {
	getShowsLinks: true,
	getShowsOptOuts: true,
	omittedOptOuts: 'cleared',
	omittedLinks: 'cleared',
} as const;

const optOut = async (id: number) =>
	await kayse.run({ resource: 'client', operation: 'update', clientId: id, clientUpdateVoiceCalls: 'optedOut' });

const updateClient: INodeParameters = { resource: 'client', operation: 'update', clientId: ADA };
const upsertClient: INodeParameters = { resource: 'client', operation: 'upsert', fields: automatic() };

describe('a person who has opted out stays opted out', () => {
	const sourceOf = (id: number) => {
		const { external_source, external_source_id, first_name, last_name } = client(id);
		return Object.fromEntries(
			Object.entries({ external_source, external_source_id, first_name, last_name }).map(([name, value]) => [
				name,
				String(value),
			]),
		);
	};

	it.each<[string, () => INodeParameters, () => IDataObject]>([
		[
			'case 19: Client > Update, Keep Other Fields',
			() => ({ ...updateClient, fields: mapped({ city: 'Milan' }) }),
			() => ({}),
		],
		[
			'Client > Update that empties a field',
			() => ({ ...updateClient, clearClientUpdateFields: ['city'] }),
			() => ({}),
		],
		[
			'Client > Update that sets links',
			() => ({ ...updateClient, clientUpdateLinks: 'set', caseIds: `${adasCase()}` }),
			() => ({}),
		],
		['case 20: Client > Create or Update', () => upsertClient, () => ({ id: ADA, ...sourceOf(ADA), city: 'Milan' })],
		[
			'Client > Update, Replace All',
			() => ({ ...updateClient, clientUpdateMode: 'replace', fields: automatic() }),
			() => ({ ...sourceOf(ADA), city: 'Milan' }),
		],
		[
			'Client > Create or Update, Replace All',
			() => ({ ...upsertClient, clientUpsertMode: 'replace' }),
			() => ({ id: ADA, ...sourceOf(ADA), city: 'Milan' }),
		],
	])('%s', async (_, parameters, row) => {
		await optOut(ADA);
		kayse.control.configureKayse(strict);
		const { error } = await kayse.run(parameters(), { items: [row()] });
		expect(error).toBeUndefined();
		expect(client(ADA).voice_calls_opted_out).toBe(true);
	});

	it('Lead > Take In keeps the opt-outs of the client and of the case', async () => {
		const lead = {
			external_source: 'website',
			external_source_id: 'lead-1',
			first_name: 'Dana',
			last_name: 'Reyes',
			case_number: 'WEB-1',
			status: 'new',
			type: 'civil',
			city: 'Rome',
		};
		const takeIn: INodeParameters = {
			resource: 'lead',
			operation: 'intake',
			clientFields: automatic(),
			caseFields: automatic(),
		};
		const published = { staticData: {}, mode: 'trigger' as const, isPublished: true };
		await kayse.run(takeIn, { items: [lead], ...published });
		const [id = 0, caseId = 0] = [kayse.state.clients.at(-1)?.id, kayse.state.cases.at(-1)?.id];
		await kayse.run({ resource: 'case', operation: 'update', caseId, caseUpdateVoiceCalls: 'optedOut' });
		kayse.control.configureKayse(strict);
		const { items } = await kayse.run(takeIn, {
			items: [{ ...lead, city: 'Milan', description: 'New' }],
			...published,
		});
		expect(items[0]?.json).toMatchObject({
			client: { outcome: 'updated', optedOut: true },
			case: { outcome: 'updated', optedOut: true },
		});
		expect(client(id)).toMatchObject({ city: 'Milan', voice_calls_opted_out: true });
		expect(legalCase(caseId)).toMatchObject({ description: 'New', opt_out_voice_calls: true });
	});

	it.each([
		['Case > Update', 'update', {}],
		['Case > Create or Update', 'upsert', { fields: automatic() }],
	])('%s', async (_, operation, rest) => {
		await kayse.run({ resource: 'case', operation: 'update', caseId: 9001, caseUpdateVoiceCalls: 'optedOut' });
		kayse.control.configureKayse(strict);
		const { case_number } = legalCase(9001);
		await kayse.run(
			{ resource: 'case', operation, caseId: 9001, fields: mapped({ description: 'New' }), ...rest },
			{ items: [{ id: 9001, case_number: String(case_number), description: 'New' }] },
		);
		expect(legalCase(9001)).toMatchObject({ description: 'New', opt_out_voice_calls: true });
	});

	it('an undocumented flag of the account stays as well', async () => {
		kayse.control.configureKayse({ extraFields: { clients: [{ name: 'sms_opted_out', type: 'bool' }] } });
		const flagged = (flag: boolean) => {
			const fields = mapped({ sms_opted_out: flag });
			return {
				...updateClient,
				fields: { ...fields, schema: fields.schema.map((field) => ({ ...field, type: 'boolean' as const })) },
			};
		};
		await kayse.run(flagged(true));
		expect(client(ADA)).toMatchObject({ sms_opted_out: true });
		await kayse.run({ ...updateClient, fields: mapped({ city: 'Milan' }) });
		expect(client(ADA)).toMatchObject({ city: 'Milan', sms_opted_out: true });
		await kayse.run(flagged(false));
		await kayse.run({ ...updateClient, fields: mapped({ city: 'Rome' }) });
		expect(writes().at(-1)?.body).not.toHaveProperty('sms_opted_out');
	});

	it.each([false, true])(
		'case 72: a person who opts out between reading and writing stays opted out (shown as %s before)',
		async (isShown) => {
			kayse.control.configureKayse({ getShowsLinks: isShown, getShowsOptOuts: isShown });
			expect(client(ADA).voice_calls_opted_out).toBe(false);
			kayse.control.fail({ vendor: 'kayse', method: 'PUT', path: `/clients/${ADA}`, kind: 'slow', delaySeconds: 2 });
			const running = kayse.run({ ...updateClient, fields: mapped({ city: 'Milan' }) });
			await until(() => writes().length === 1);
			await kayse.run({ resource: 'case', operation: 'update', caseId: adasCase(), caseUpdateVoiceCalls: 'optedOut' });
			await running;
			expect(client(ADA)).toMatchObject({ city: 'Milan', voice_calls_opted_out: true });
		},
	);

	it('only Calls Allowed, which a user chooses, takes an opt-out back', async () => {
		await optOut(ADA);
		kayse.control.configureKayse(strict);
		await kayse.run({ ...updateClient, clientUpdateVoiceCalls: 'notOptedOut' });
		expect(client(ADA).voice_calls_opted_out).toBe(false);
	});
});

describe('Respect Opt-Outs', () => {
	const respecting = { respectOptOuts: true };
	const CAMPAIGN = byId('71');
	const schedule = (options: INodeParameters = respecting): INodeParameters => ({
		resource: 'call',
		operation: 'schedule',
		campaignId: CAMPAIGN,
		caseId: '={{ $json.case }}',
		options,
	});
	const message = (operation: string, options: INodeParameters = respecting): INodeParameters => ({
		resource: 'case',
		operation,
		caseId: '={{ $json.case }}',
		clientId: ADA,
		message: 'Hello from us',
		subject: 'Your case',
		options,
	});
	const contacts = () =>
		writes()
			.filter(({ method }) => method === 'POST')
			.map(({ path }) => path);

	it('holds a call back if the case shows that a client has opted out, at the cost of one read', async () => {
		await optOut(ADA);
		kayse.control.configureKayse({ getShowsOptOuts: true });
		const { items, error } = await kayse.run(schedule(), { items: [{ case: adasCase(), row: 7 }] });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toEqual({
			case: adasCase(),
			row: 7,
			outcome: 'heldBack',
			reason: 'optedOut',
			message: expect.stringContaining(
				`Not called: a client of case ${adasCase()} has opted out of calls in Kayse. Nothing was sent`,
			),
		});
		expect(contacts()).toEqual([]);
		expect(
			kayse.requests().filter(({ method, path }) => method === 'GET' && path === `/cases/${adasCase()}`),
		).toHaveLength(1);
	});

	it('reads the clients if the case shows them without their opt-outs', async () => {
		await optOut(ADA);
		kayse.control.configureKayse({ getShowsLinks: true });
		expect(outcomes((await kayse.run(schedule(), { items: [{ case: adasCase() }] })).items)).toEqual(['heldBack']);
		expect(contacts()).toEqual([]);
	});

	it.each([
		['sendSms', 'sms', 'texted', 'texts'],
		['sendEmail', 'email', 'written to', 'emails'],
	] as const)('%s respects only the opt-out of its own channel', async (operation, channel, verb, what) => {
		await optOut(ADA);
		kayse.control.configureKayse({ getShowsOptOuts: true });
		expect(outcomes((await kayse.run(message(operation), { items: [{ case: adasCase() }] })).items)).toEqual(['done']);
		kayse.control.configureKayse({ optedOutOf: { [channel]: [ADA] } });
		kayse.nextAccount();
		const { items, errors } = await kayse.run(message(operation), { items: [{ case: adasCase() }], ...continuing });
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			outcome: 'heldBack',
			reason: 'optedOut',
			message: expect.stringMatching(new RegExp(`^Not ${verb}: .* has opted out of ${what}`)),
		});
		expect(items[0]?.json).not.toHaveProperty('possibleAt');
		expect(contacts()).toHaveLength(1);
	});

	it('reads nothing if it is off, and says so if Kayse does not show opt-outs', async () => {
		await kayse.run(message('sendSms', {}), { items: [{ case: adasCase() }] });
		expect(kayse.requests().map(({ method }) => method)).toEqual(['POST']);
		const { items, hints } = await kayse
			.run(schedule(), { items: [{ case: adasCase() }] })
			.then((result) => ({ ...result, hints: JSON.stringify(result) }));
		expect(outcomes(items)).toEqual(['done']);
		expect(hints).toContain('Kayse did not show opt-outs of calls');
	});

	it('contacts no person when the case cannot be read, and does not end the run for the others', async () => {
		await optOut(ADA);
		kayse.control.configureKayse({ getShowsOptOuts: true });
		const other =
			kayse.state.cases.find(
				({ client_ids }) =>
					client_ids.length > 0 && client_ids.every((id) => client(id).voice_calls_opted_out === false),
			)?.id ?? 0;
		const { items, errors } = await kayse.run(schedule(), {
			items: [{ case: adasCase() }, { case: 99_999 }, { case: other }],
			...continuing,
		});
		expect(outcomes(items)).toEqual(['heldBack', 'done']);
		expect(errors.map(({ json }) => json.error)).toEqual([expect.stringContaining('Kayse has no Case ID "99999"')]);
		expect(contacts()).toEqual(['/calls']);
	});

	/** Texts to one person, each with other words. */
	const texts = (count: number) => Array.from({ length: count }, (_, row) => ({ case: adasCase(), row }));
	const textEach = (): INodeParameters => ({ ...message('sendSms'), message: '=Hello for the {{ $json.row }}th time' });
	const readings = () => kayse.requests().filter(({ method }) => method === 'GET').length;

	it('reads once for each item right before the request, so that a person who opts out meanwhile gets no more', async () => {
		kayse.control.configureKayse({ getShowsOptOuts: true, optedOutOf: { sms: [ADA] } });
		const { items } = await kayse.run(textEach(), { items: texts(450) });
		expect(items.map(({ json }) => [json.row, json.outcome])).toEqual(texts(450).map(({ row }) => [row, 'heldBack']));
		expect(readings()).toBe(450);
		expect(contacts()).toEqual([]);
	}, 120_000);

	it('stops 10,000 items at the limit of the account, says so on each of the others, and sends no text without a read', async () => {
		kayse.control.configureKayse({ getShowsOptOuts: true });
		const { items, errors } = await kayse.run(textEach(), { items: texts(10_000), ...continuing });
		expect(items.length + errors.length).toBe(10_000);
		expect(kayse.requests().length).toBeLessThanOrEqual(500);
		expect(readings()).toBeGreaterThanOrEqual(contacts().length);
		expect(contacts()).toHaveLength(items.length);
		expect(errors.at(-1)?.json.error).toContain('is used up');
	}, 120_000);

	it('a person held back uses up no Contact Limit, and a loop asks again in each turn', async () => {
		await optOut(ADA);
		kayse.control.configureKayse({ getShowsOptOuts: true });
		const limited = { ...respecting, contactLimit: { limit: { contacts: 1, period: 1, unit: 'days' } } };
		const { items } = await kayse.run(schedule(limited), { items: [{ case: adasCase() }], turns: 3 });
		expect(new Set(items.map(({ json }) => json.reason))).toEqual(new Set(['optedOut']));
	});

	it.each([
		['Schedule', () => schedule({ respectOptOuts: '={{ $json.none }}' })],
		['Send SMS', () => message('sendSms', { respectOptOuts: '={{ $json.none }}' })],
	])('%s: an expression that yields nothing is never "do not look"', async (_, parameters) => {
		const { error } = await kayse.run(parameters(), { items: [{ case: adasCase() }] });
		expect(error?.message).toContain('"Respect Opt-Outs" was added, but is empty');
		expect(contacts()).toEqual([]);
	});

	describe('an opt-out in an unusual form', () => {
		/** A case and its client as Kayse answers about them. */
		const shows = (caseSays: IDataObject, clientSays: IDataObject = {}) => {
			kayse.control.fail({
				vendor: 'kayse',
				method: 'GET',
				path: `/cases/${adasCase()}`,
				kind: 'status',
				status: 200,
				body: { id: adasCase(), ...caseSays },
			});
			kayse.control.fail({
				vendor: 'kayse',
				method: 'GET',
				path: `/clients/${ADA}`,
				kind: 'status',
				status: 200,
				body: { id: ADA, ...clientSays },
			});
		};

		it.each<[string, IDataObject, IDataObject]>([
			[
				'a flag of the case that is null, so the client is asked',
				{ call_opted_out: null, client_ids: [ADA] },
				{ voice_calls_opted_out: true },
			],
			['a value that is no clear no', { call_opted_out: 'Yes ' }, {}],
			['a word', { call_opted_out: 'opted_out' }, {}],
			['the clients within the case', { clients: [{ id: ADA, voice_calls_opted_out: true }] }, {}],
			['another name', { call_opted_out: null, client_ids: [ADA] }, { do_not_call: true }],
			['a name for all ways', { dnc: 'Y' }, {}],
		])('%s', async (_, caseSays, clientSays) => {
			shows(caseSays, clientSays);
			const { items, error } = await kayse.run(schedule(), { items: [{ case: adasCase() }] });
			expect(error).toBeUndefined();
			expect(outcomes(items)).toEqual(['heldBack']);
			expect(contacts()).toEqual([]);
		});

		it('is missing: the hint says so', async () => {
			shows({ sms_opted_out: null });
			const result = await kayse.run(message('sendSms'), { items: [{ case: adasCase() }] });
			expect(outcomes(result.items)).toEqual(['done']);
			expect(JSON.stringify(result)).toContain('Kayse did not show opt-outs of texts');
		});

		it('is kept unchanged by every update', async () => {
			const otherMembers = { opt_out_reason: 'Asked by phone', opted_out_at: '2031-01-01', dnc: 'Y' };
			kayse.control.configureKayse({
				extraFields: { clients: Object.keys(otherMembers).map((name) => ({ name, type: 'string' })) },
			});
			for (const more of [
				{ fields: mapped({ city: 'Milan' }) },
				{ clientUpdateMode: 'replace', fields: automatic() },
			]) {
				shows({}, { ...client(ADA), ...otherMembers, voice_calls_opted_out: 'Y' });
				const { error } = await kayse.run(
					{ ...updateClient, ...more },
					{
						items: [
							{
								first_name: 'Ada',
								last_name: 'Reyes',
								external_source: 'manual',
								external_source_id: 'src-01',
								city: 'Rome',
							},
						],
					},
				);
				expect(error).toBeUndefined();
				expect(writes().at(-1)?.body).toMatchObject({ ...otherMembers, voice_calls_opted_out: true });
			}
		});
	});

	it('Take In: calls no person who has opted out, and reports the finished steps of the lead', async () => {
		const lead = {
			external_source: 'website',
			external_source_id: 'lead-1',
			first_name: 'Dana',
			last_name: 'Reyes',
			mobile: '+12125550123',
			case_number: 'WEB-1',
			status: 'new',
			type: 'civil',
		};
		const takeIn = (scheduleCall: boolean, options: INodeParameters = {}): INodeParameters => ({
			resource: 'lead',
			operation: 'intake',
			clientFields: automatic(),
			caseFields: automatic(),
			...(scheduleCall && { scheduleCall, campaignId: CAMPAIGN }),
			options,
		});
		const published = { staticData: {}, mode: 'trigger' as const, isPublished: true };
		await kayse.run(takeIn(false), { items: [lead], ...published });
		const id = kayse.state.clients.at(-1)?.id ?? 0;
		await optOut(id);
		kayse.control.configureKayse({ getShowsLinks: true });
		const { items, error } = await kayse.run(takeIn(true), { items: [lead], ...published });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({
			outcome: 'heldBack',
			reason: 'optedOut',
			client_id: id,
			message: expect.stringContaining('Done before that: client unchanged'),
		});
		expect(kayse.state.calls).toEqual([]);
		await kayse.run(takeIn(true, { respectOptOutsOfLead: false }), { items: [lead], ...published });
		expect(kayse.state.calls).toHaveLength(1);
	});

	it('Take In: respects the opt-out of a known client in the answer about a new case', async () => {
		kayse.control.fail({
			method: 'POST',
			path: '/cases',
			kind: 'status',
			status: 200,
			body: { id: 9001, call_opted_out: true },
		});
		const lead = {
			external_source: 'website',
			external_source_id: 'lead-2',
			first_name: 'Ann',
			last_name: 'Example',
			case_number: 'WEB-2',
			status: 'new',
			type: 'civil',
		};
		const { items } = await kayse.run(
			{
				resource: 'lead',
				operation: 'intake',
				clientFields: automatic(),
				caseFields: automatic(),
				scheduleCall: true,
				campaignId: CAMPAIGN,
			},
			{ items: [lead] },
		);
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason: 'optedOut', case_id: 9001 });
		expect(contacts()).toEqual(['/clients', '/cases']);
	});

	it.each([
		'opt out',
		'The recipient opted-out',
		'STOP received',
		'unsubscribed',
		'Client has unsubscribed from texts',
	])('a refusal in words counts as one of the person, and is not tried again: %s', async (words) => {
		kayse.control.fail({
			method: 'POST',
			path: '/cases/communication/sms',
			kind: 'status',
			status: 400,
			body: { error: 'bad request', message: words },
		});
		const { items, error } = await kayse.run(message('sendSms', {}), { items: [{ case: adasCase() }], ...tryingAgain });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason: 'optedOut', details: { httpCode: '400' } });
		expect(contacts()).toHaveLength(1);
	});

	it('a refusal in which Kayse names an opt-out ends the same way', async () => {
		kayse.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'status',
			status: 400,
			body: { error: 'bad request', message: 'The client has opted out of voice calls' },
		});
		const { items, error } = await kayse.run(schedule({}), { items: [{ case: adasCase() }], ...tryingAgain });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason: 'optedOut', details: { httpCode: '400' } });
		expect(contacts()).toHaveLength(1);
	});
});

describe('a vendor that refuses a person', () => {
	const agent = () => byId(kaiCalls.state.agents[0]?.id ?? '');
	const sms = (): INodeParameters => ({
		resource: 'smsMessage',
		operation: 'send',
		agentId: agent(),
		to: '={{ $json.phone }}',
		message: 'Hello from us',
	});
	const call = (operation = 'create'): INodeParameters => ({
		resource: 'call',
		operation,
		agentId: agent(),
		to: '={{ $json.phone }}',
	});
	const dana = { phone: '+12125550123' };
	const ann = { phone: '+13125550124' };
	const REASONS = [
		['number_opted_out', 'optedOut'],
		['number_on_dnc', 'doNotContact'],
		['tcpa_violation', 'notAllowedNow'],
	] as const;
	const refuseCalls = (error: string, status = 400) =>
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status, body: { error } });

	it.each(REASONS)('case 36: SMS Message > Send, %s: one request, one item that says so', async (code, reason) => {
		kaiCalls.control.configureKaiCalls({ smsRefusals: { [dana.phone]: code } });
		const { items, errors } = await kaiCalls.run(sms(), { items: [{ ...dana, row: 7 }, ann], ...continuing });
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			...dana,
			row: 7,
			outcome: 'heldBack',
			reason,
			details: { code, httpCode: '400' },
			message: expect.any(String),
		});
		expect(items[0]?.json).not.toHaveProperty('possibleAt');
		expect(outcomes(items)).toEqual(['heldBack', 'done']);
		expect(kaiCalls.requests('/sms/send')).toHaveLength(2);
	});

	it.each(REASONS)('case 37: Call > Create, %s, also where n8n would try again', async (code, reason) => {
		refuseCalls(code);
		const { items, error } = await kaiCalls.run(call(), { items: [dana], ...tryingAgain });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason, details: { code } });
		expect(kaiCalls.requests('/calls')).toHaveLength(1);
	});

	it('the same for an item from an error output', async () => {
		refuseCalls('number_on_dnc');
		const { items } = await kaiCalls.run(call(), {
			items: [{ ...dana, error: 'of an earlier node', details: { code: 'x' } }],
			...tryingAgain,
		});
		expect(items[0]?.json).toMatchObject({ ...dana, outcome: 'heldBack', details: { code: 'number_on_dnc' } });
		expect(kaiCalls.requests('/calls')).toHaveLength(1);
	});

	it.each([403, 422, 429, 503])('the same with status %d', async (status) => {
		refuseCalls('number_on_dnc', status);
		const { items } = await kaiCalls.run(call(), { items: [dana] });
		expect(items[0]?.json).toMatchObject({
			outcome: 'heldBack',
			reason: 'doNotContact',
			details: { httpCode: String(status) },
		});
		expect(kaiCalls.requests('/calls')).toHaveLength(1);
	});

	it('may use the status of a success as well', async () => {
		kaiCalls.control.fail({
			method: 'POST',
			path: '/sms/send',
			kind: 'status',
			status: 200,
			body: { success: false, error: { code: 'number_opted_out', message: 'Opted out' } },
		});
		const { items } = await kaiCalls.run(sms(), { items: [dana] });
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason: 'optedOut' });
	});

	it('is not asked again by Retry On Fail, nor by n8n’s Retry, when another item fails', async () => {
		kaiCalls.control.configureKaiCalls({ smsRefusals: { [dana.phone]: 'number_opted_out' } });
		kaiCalls.control.fail({ method: 'POST', path: '/sms/send', kind: 'status', status: 403, skip: 1, times: 3 });
		const items = [dana, ann];
		const failed = await kaiCalls.run(sms(), { items, ...tryingAgain });
		expect(failed.error).toBeDefined();
		const retried = await kaiCalls.retry(sms(), failed, { items });
		expect(retried.error).toBeUndefined();
		expect(outcomes(retried.items)).toEqual(['heldBack', 'done']);
		expect(kaiCalls.requests('/sms/send').filter(({ body }) => JSON.stringify(body).includes(dana.phone))).toHaveLength(
			1,
		);
	});

	it('Create and Wait continues with the refused persons', async () => {
		refuseCalls('number_on_dnc');
		const { items, error } = await kaiCalls.run(call('createAndWait'), { items: [dana] });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ outcome: 'heldBack', reason: 'doNotContact' });
	});

	it('an agent reads it in the message, and asks once', async () => {
		kaiCalls.control.configureKaiCalls({ smsRefusals: { [dana.phone]: 'number_opted_out' } });
		const tool = kaiCalls.tool({ ...sms(), to: '={{ $fromAI("phone", "", "string") }}' });
		const answers = [String(await tool(dana)), String(await tool(dana))];
		for (const answer of everyOne(answers)) expect(answer).toContain('This person has opted out');
		expect(kaiCalls.requests('/sms/send')).toHaveLength(1);
	});

	it('is counted in the hint', async () => {
		kaiCalls.control.configureKaiCalls({ smsRefusals: { [dana.phone]: 'number_opted_out' } });
		expect(JSON.stringify(await kaiCalls.run(sms(), { items: [dana, ann] }))).toContain(
			'1 person was not contacted, for the \\"reason\\" in that item.',
		);
	});

	it('Kakiyo: an import that leaves out a person on the Do Not Contact list says so on the item', async () => {
		const [listed] = kakiyo.control.kakiyoState().dnc;
		const { items } = await kakiyo.run(
			{ ...addProspects, waitForImport: true },
			{
				items: [
					{ name: 'Ann Example', url: listed?.url ?? '' },
					{ name: 'Bob Example', url: 'https://linkedin.com/in/bob-example' },
				],
			},
		);
		expect(items.map(({ json }) => [json.outcome, json.reason])).toEqual([
			['heldBack', 'doNotContact'],
			[undefined, undefined],
		]);
	});
});
