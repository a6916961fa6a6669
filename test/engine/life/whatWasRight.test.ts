import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { hintsOf } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';
import { mapped, useKayseBench } from '../kayse';
import { useListServer, type Query } from '../lists/listServer';
import { systemTime } from '../scaledTime';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kayse = useKayseBench();
const server = useListServer();

const call = (): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
});
const dana = { phone: '+12125550123' };

describe('case 38: no answer', () => {
	it('when the workflow comes to the same Call > Create again, it rings a second time', async () => {
		kaiCalls.control.configureKaiCalls({ failures: { [dana.phone]: 'no_answer' }, endsAfterSeconds: 1 });
		const { error } = await kaiCalls.run(call(), { items: [dana], turns: 2 });
		expect(error).toBeUndefined();
		expect(kaiCalls.timesRung()).toEqual([2]);
	});
});

describe('230 leads, nine created in each second', () => {
	const leads = Array.from({ length: 230 }, (_, place) => ({
		id: `l${place}`,
		created_at: new Date(Date.UTC(2026, 2, 4) - Math.floor(place / 9) * 1_000).toISOString(),
	}));

	it.each([
		['case 47: created_before includes its own time', (created: string, before: string) => created <= before],
		['case 48: created_before leaves its own time out', (created: string, before: string) => created < before],
	])('%s: each comes once', async (_, isBefore) => {
		server.serves(({ limit, created_before: before }: Query) => {
			const left = leads.filter(({ created_at }) => before === undefined || isBefore(created_at, before));
			return { body: { leads: left.slice(0, Number(limit)), has_more: left.length > Number(limit) } };
		});
		const { items, error } = await kaiCalls.run(
			{ resource: 'lead', operation: 'getAll', returnAll: true, simplify: false },
			{ baseUrl: server.baseUrl },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id).sort()).toEqual(leads.map(({ id }) => id).sort());
	});
});

describe('case 60: Campaign > Delete of an active campaign', () => {
	it('is refused with a remedy, and nothing is deleted', async () => {
		const active = kakiyo.control.kakiyoState().campaigns.find(({ status }) => status === 'active')?.id ?? '';
		const { error } = await kakiyo.run({ resource: 'campaign', operation: 'delete', campaignIdToDelete: byId(active) });
		expect(error).toMatchObject({
			message: 'An active campaign cannot be deleted',
			description: expect.stringContaining('Pause the campaign first'),
		});
		expect(kakiyo.control.kakiyoState().campaigns.map(({ id }) => id)).toContain(active);
	});
});

describe('case 71: two workflows with one credential', () => {
	it('change city and e-mail of one client in the same moment, and both changes stay', async () => {
		const update = (fields: Record<string, string>): INodeParameters => ({
			resource: 'client',
			operation: 'update',
			clientId: 412,
			fields: mapped(fields),
		});
		const runs = await Promise.all([
			kayse.run(update({ city: 'Trenton' }), { workflowId: 'one' }),
			kayse.run(update({ email: 'new@example.org' }), { workflowId: 'other' }),
		]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(kayse.state.clients.find(({ id }) => id === 412)).toMatchObject({
			city: 'Trenton',
			email: 'new@example.org',
		});
	});
});

describe('a call at night without Contact Hours', () => {
	it('is placed, and the hint counts it and names the option', async () => {
		const numbers = {
			'America/New_York': '+12125550123',
			'Asia/Tokyo': '+81312345678',
			'Europe/Berlin': '+493012345678',
			'Pacific/Honolulu': '+18085550123',
		};
		const [, asleep] =
			Object.entries(numbers).find(([zone]) => (DateTime.fromMillis(systemTime.now(), { zone }).hour + 2) % 24 < 8) ??
			[];
		const result = await kaiCalls.run(call(), { items: [{ phone: asleep }] });
		expect(kaiCalls.timesRung()).toEqual([1]);
		expect(hintsOf(result).join(' ')).toContain('Contact Hours');
	});
});
