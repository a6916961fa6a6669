import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { automatic, useKayseBench } from '../kayse';
import { outcomes, within, zoneAt } from './clock';

const kaiCalls = useKaiCallsBench();
const kayse = useKayseBench();

const once: INodeParameters = { contactLimit: { limit: { contacts: 1, period: 1, unit: 'days' } } };

describe('contact rules: Kayse', () => {
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
	const takeIn = (options: INodeParameters): INodeParameters => ({
		resource: 'lead',
		operation: 'intake',
		clientFields: automatic(),
		caseFields: automatic(),
		scheduleCall: true,
		campaignId: byId('71'),
		options,
	});
	const calls = () => kayse.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/calls'));

	it('Take In at night creates client and case, holds back only the call, and calls in the morning, once', async () => {
		const published = { items: [lead], staticData: {}, mode: 'trigger' as const, isPublished: true };
		const night = await kayse.run(takeIn(within(zoneAt(3))), published);
		expect(night.error).toBeUndefined();
		expect(calls()).toEqual([]);
		const [client] = kayse.state.clients.slice(-1);
		const [legalCase] = kayse.state.cases.slice(-1);
		expect(client).toMatchObject({ external_source_id: 'lead-1' });
		expect(night.items[0]?.json).toMatchObject({
			outcome: 'heldBack',
			reason: 'contactHours',
			client_id: client?.id,
			case_id: legalCase?.id,
			first_name: 'Dana',
		});
		const morning = await kayse.run(takeIn(within(zoneAt(12))), published);
		expect(morning.items[0]?.json).toMatchObject({ call: { outcome: 'scheduled' } });
		await kayse.run(takeIn(within(zoneAt(12))), published);
		expect(calls()).toHaveLength(1);
		expect(kayse.state.clients.filter(({ external_source_id: id }) => id === 'lead-1')).toHaveLength(1);
	});

	it('Take In counts the call of a person who is in several leads', async () => {
		const other = { ...lead, external_source_id: 'lead-2', case_number: 'WEB-2' };
		const { items } = await kayse.run(takeIn(once), { items: [lead, other] });
		expect(items.filter(({ json }) => json.outcome === 'heldBack')).toHaveLength(1);
		expect(calls()).toHaveLength(1);
	});

	it.each([
		['sendSms', { message: 'Hello from us' }],
		['sendEmail', { message: 'Hello from us', subject: 'Your case' }],
	])('Case > %s counts by client, in all cases, and needs a zone for its hours', async (operation, fields) => {
		const send = (options: INodeParameters): INodeParameters => ({
			resource: 'case',
			operation,
			caseId: '={{ $json.case }}',
			clientId: 412,
			...fields,
			options,
		});
		const first = await kayse.run(send(once), {
			items: [{ case: 9001 }],
			settings: { onError: 'continueRegularOutput' },
		});
		const second = await kayse.run(send(once), {
			items: [{ case: 9002 }],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(first.items).toHaveLength(1);
		if (first.items[0]?.json.error === undefined) expect(outcomes(second.items)).toEqual(['heldBack']);
		const { error } = await kayse.run(send({ contactHours: { hours: { opens: '08:00', closes: '21:00' } } }), {
			items: [{ case: 9001 }],
		});
		expect(error?.message).toContain('the time zone of client 412 is unknown');
		expect(outcomes((await kayse.run(send(within(zoneAt(4))), { items: [{ case: 9001 }] })).items)).toEqual([
			'heldBack',
		]);
	});

	it('Call > Schedule counts by case', async () => {
		const schedule: INodeParameters = {
			resource: 'call',
			operation: 'schedule',
			campaignId: byId('={{ $json.campaign }}'),
			caseId: 9001,
			options: once,
		};
		const items = [{ campaign: 71 }, { campaign: 72 }];
		const { items: results } = await kayse.run(schedule, { items, settings: { onError: 'continueRegularOutput' } });
		expect(outcomes(results)[1]).toBe('heldBack');
	});
});

describe('contact rules: KaiCalls, Create and Wait', () => {
	const createAndWait = (options: INodeParameters): INodeParameters => ({
		resource: 'call',
		operation: 'createAndWait',
		agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
		to: '={{ $json.phone }}',
		timeLimit: 1_000_000,
		options,
	});

	it('continues at once with the held-back persons, when no person is called', async () => {
		const { items, error } = await kaiCalls.run(createAndWait(within(zoneAt(2))), {
			items: [{ phone: '+12125550123' }],
		});
		expect(error).toBeUndefined();
		expect(outcomes(items)).toEqual(['heldBack']);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it('waits for the others, and continues with all', async () => {
		kaiCalls.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		const { run } = await kaiCalls.run(createAndWait(within('={{ $json.zone }}')), {
			items: [
				{ phone: '+12125550123', zone: zoneAt(2) },
				{ phone: '+13125550124', zone: zoneAt(12) },
			],
		});
		expect(kaiCalls.timesRung()).toEqual([1]);
		const carried = run.data.executionData?.nodeExecutionStack[0]?.data.main?.[0] ?? [];
		expect(carried.map(({ json }) => json.outcome)).toEqual(['heldBack', 'timeLimit']);
	});
});
