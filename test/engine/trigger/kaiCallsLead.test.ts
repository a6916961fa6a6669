import { createHmac } from 'node:crypto';

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { itemsOf, useKaiCallsStage } from './kaiCallsStage';

const stage = useKaiCallsStage({
	mode: 'perCall',
	callEvents: ['call.completed', 'call.failed'],
	options: { includeLead: true },
});

const DANA = { name: 'Dana Reyes', phone: '+12025550177' };

let agent = '';
let business = '';

beforeEach(() => {
	({ id: agent, business_id: business } = stage.control.kaiCallsState().agents[0] ?? { id: '', business_id: '' });
	stage.control.configureKaiCalls({ endsAfterSeconds: 86_400, rateLimits: false });
});

/** A call that has ended, and its lead. */
async function endedCall(): Promise<{ callId: string; leadId: string }> {
	const leadId = String(
		(await stage.atVendor('POST', '/leads', { ...DANA, business_id: business, agent_id: agent })).id,
	);
	const callId = String(
		(await stage.atVendor('POST', '/calls', { agent_id: agent, to: DANA.phone, lead_id: leadId })).id,
	);
	await stage.control.completeCall({ callId });
	return { callId, leadId };
}

/** What the run starts with. */
async function started(body: IDataObject, headers: Record<string, string> = {}): Promise<IDataObject> {
	const answer = await stage.call({ body: JSON.stringify(body), headers });
	expect(answer.status).toBe(200);
	const [item] = itemsOf(answer) ?? [];
	if (!item) throw new Error('No run started');
	return item;
}

const report = (callId: string): IDataObject => ({ event: 'call.completed', call_id: callId, status: 'completed' });

const leadReads = () => stage.requests().filter((request) => request === 'GET /leads').length;

/** The headers of a delivery that KaiCalls has signed. */
function signed(body: IDataObject): Record<string, string> {
	const timestamp = String(Math.floor(stage.vendorNow / 1_000));
	const signature = createHmac('sha256', String(stage.data.secret))
		.update(`${timestamp}.${JSON.stringify(body)}`)
		.digest('hex');
	return { 'x-kaicalls-timestamp': timestamp, 'x-kaicalls-signature': signature };
}

describe('Include Lead', () => {
	it('has the person of the call first, by one request', async () => {
		const { callId } = await endedCall();
		const item = await started(report(callId));
		expect(Object.keys(item).slice(0, 3)).toEqual(['name', 'phone', 'outcome']);
		expect(item).toMatchObject({ ...DANA, event: 'call.completed', outcome: 'talked', id: callId });
		expect(leadReads()).toBe(1);
	});

	describe('of an event of the account', () => {
		beforeEach(async () => {
			const [workspaceId] = stage.control.kaiCallsState().workspaces.map(({ id }) => id);
			const account: INodeParameters = {
				mode: 'account',
				events: ['call.completed', 'lead.captured'],
				workspaceId: { __rl: true, mode: 'id', value: workspaceId ?? '' },
			};
			stage.parameters = { ...account, options: { includeLead: true } };
			await stage.activate();
		});

		const startedBy = async (body: IDataObject) => await started(body, signed(body));

		it('has the person, too', async () => {
			const { callId, leadId } = await endedCall();
			const body = { event: 'call.completed', call_id: callId, agent_id: agent, lead_id: leadId };
			expect(await startedBy(body)).toEqual({ ...DANA, ...body });
		});

		it('keeps the person of the lead if the event has name and number empty', async () => {
			const { callId, leadId } = await endedCall();
			const body = { event: 'call.completed', call_id: callId, lead_id: leadId, name: null, phone: '' };
			expect(await startedBy(body)).toMatchObject(DANA);
		});

		it.each<[string, (leadId: string) => IDataObject]>([
			['lead', (id) => ({ lead: { id } })],
			['lead, in data', (id) => ({ data: { lead: { id, email: 'dana@example.com' } } })],
			['call', (id) => ({ call: { id: 'c1', lead_id: id } })],
			['call, as a lead', (id) => ({ call: { lead: { id } } })],
		])('reads the lead by the ID in its %s', async (_, body) => {
			const { leadId } = await endedCall();
			expect(await startedBy({ event: 'lead.captured', ...body(leadId) })).toMatchObject(DANA);
			expect(leadReads()).toBe(1);
		});

		it.each<[string, IDataObject, IDataObject]>([
			['under lead', { lead: { id: 'l1', ...DANA } }, DANA],
			['under lead, in data', { data: { lead: DANA } }, DANA],
			['under the call', { call: { lead: DANA } }, DANA],
			['as its data', { data: { id: 'l1', ...DANA } }, DANA],
			['with a name in parts', { lead: { first_name: 'Dana', last_name: 'Reyes', phone: DANA.phone } }, DANA],
			['without a name', { lead: { id: 'l1', name: null, phone: DANA.phone } }, { phone: DANA.phone }],
			['without ID and number', { lead: { name: DANA.name } }, { name: DANA.name }],
		])('takes the person from the event without a request, if the lead is in it: %s', async (_, lead, person) => {
			const body = { event: 'lead.captured', ...lead };
			expect(await startedBy(body)).toEqual({ ...person, ...body });
			expect(leadReads()).toBe(0);
		});

		it('keeps the person of the event if the rest cannot be read', async () => {
			stage.control.fail({ method: 'GET', path: '/leads', kind: 'status', status: 403, times: 10 });
			expect(await startedBy({ event: 'lead.captured', lead: { id: 'l1', name: DANA.name } })).toMatchObject({
				name: DANA.name,
				personNote: expect.stringContaining('The person was not read: '),
			});
		});

		it('says that no person is known if the event has no lead', async () => {
			expect(await startedBy({ event: 'lead.captured', lead: 'l1' })).toMatchObject({
				personNote: 'The person was not read: KaiCalls gave no lead.',
			});
			expect(leadReads()).toBe(0);
		});
	});

	it.each<[string, () => void]>([
		[
			'the key may not read leads',
			() => stage.control.fail({ method: 'GET', path: '/leads', kind: 'status', status: 403, times: 10 }),
		],
		[
			'KaiCalls is out of order',
			() => stage.control.fail({ method: 'GET', path: '/leads', kind: 'status', status: 503, times: 10 }),
		],
		[
			'KaiCalls takes too long',
			() => stage.control.fail({ method: 'GET', path: '/leads', kind: 'slow', delaySeconds: 3, times: 10 }),
		],
	])('starts the run without the person, and says why, if %s', async (_, prepare) => {
		const { callId } = await endedCall();
		prepare();
		expect(await started(report(callId))).toMatchObject({
			id: callId,
			outcome: 'talked',
			personNote: expect.stringContaining('The person was not read: '),
		});
	});

	it('reads nothing without the option', async () => {
		stage.parameters = { mode: 'perCall', callEvents: ['call.completed'] };
		const { callId } = await endedCall();
		expect(await started(report(callId))).not.toHaveProperty('personNote');
		expect(leadReads()).toBe(0);
	});
});
