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

	it('has the person of an event of the account, too', async () => {
		const { callId, leadId } = await endedCall();
		const [workspaceId] = stage.control.kaiCallsState().workspaces.map(({ id }) => id);
		const account: INodeParameters = {
			mode: 'account',
			events: ['call.completed'],
			workspaceId: { __rl: true, mode: 'id', value: workspaceId ?? '' },
		};
		stage.parameters = { ...account, options: { includeLead: true } };
		await stage.activate();
		const body = { event: 'call.completed', call_id: callId, agent_id: agent, lead_id: leadId };
		expect(await started(body, signed(body))).toEqual({
			...DANA,
			...body,
		});
	});

	it('keeps the person of the lead if the event has name and number empty', async () => {
		const { callId, leadId } = await endedCall();
		const [workspaceId] = stage.control.kaiCallsState().workspaces.map(({ id }) => id);
		stage.parameters = {
			mode: 'account',
			events: ['call.completed'],
			workspaceId: { __rl: true, mode: 'id', value: workspaceId ?? '' },
			options: { includeLead: true },
		};
		await stage.activate();
		const body = { event: 'call.completed', call_id: callId, agent_id: agent, lead_id: leadId, name: null, phone: '' };
		expect(await started(body, signed(body))).toMatchObject(DANA);
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
