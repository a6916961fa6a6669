import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { useKakiyoBench } from '../kakiyo';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();
const kairo = useKairoBench();

const agentUpdate = (updateFields: INodeParameters): INodeParameters => ({
	resource: 'agent',
	operation: 'update',
	agentId: byId('agent_001'),
	updateFields,
});
const agentCreate = (additionalFields: INodeParameters): INodeParameters => ({
	resource: 'agent',
	operation: 'create',
	additionalFields,
});
const list = (resource: string, filters: INodeParameters, operation = 'getAll'): INodeParameters => ({
	resource,
	operation,
	filters,
});

const [EARLY, LATE] = ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'];

const remedy = {
	hours: 'Enter the earlier time under',
	number: 'Enter the smaller number under',
	time: 'Enter the earlier one under',
};

describe('a range that ends before it begins is refused, and nothing is sent', () => {
	it.each<[string, typeof kaiCalls | typeof kakiyo | typeof kairo, INodeParameters, string, string]>([
		[
			'case 32: working hours',
			kakiyo,
			agentUpdate({ startTime: '17:00', endTime: '09:00' }),
			'"Start Time" is 17:00 and "End Time" is 09:00, but the end must be after the start',
			remedy.hours,
		],
		[
			'working hours without length',
			kakiyo,
			agentUpdate({ startTime: '9:00 AM', endTime: '09:00' }),
			'"Start Time" is 09:00 and "End Time" is 09:00',
			remedy.hours,
		],
		[
			'working hours of a new agent',
			kakiyo,
			agentCreate({ startTime: '22:00', endTime: '06:00' }),
			'"Start Time" is 22:00 and "End Time" is 06:00',
			remedy.hours,
		],
		[
			'invitations',
			kakiyo,
			agentUpdate({ invitationsMin: 50, invitationsMax: 20 }),
			'"Min Invitations" (50) must not be above "Max Invitations" (20)',
			remedy.number,
		],
		[
			'messages',
			kakiyo,
			agentUpdate({ messagesMin: '30', messagesMax: '9' }),
			'"Min Messages" (30) must not be above "Max Messages" (9)',
			remedy.number,
		],
		[
			'scores',
			kaiCalls,
			list('lead', { minScore: 80, maxScore: 8 }),
			'"Min Score" (80) must not be above "Max Score" (8)',
			remedy.number,
		],
		[
			'when leads were created',
			kaiCalls,
			list('lead', { createdAfter: LATE, createdBefore: EARLY }),
			'"Created After" (2026-03-02T00:00:00.000Z) must not be after "Created Before" (2026-03-01T00:00:00.000Z)',
			remedy.time,
		],
		[
			'when leads were changed',
			kaiCalls,
			list('lead', { updatedAfter: LATE, updatedBefore: EARLY }),
			'"Updated After" (2026-03-02',
			remedy.time,
		],
		['events', kaiCalls, list('event', { from: LATE, to: EARLY }), '"From" (2026-03-02', remedy.time],
		['usage', kaiCalls, list('usage', { start: LATE, end: EARLY }), '"Start" (2026-03-02', remedy.time],
		['figures', kairo, list('analytics', { from: LATE, to: EARLY }, 'getRuns'), '"From" (2026-03-02', remedy.time],
		[
			'by the moment, not by how it is written',
			kairo,
			list('analytics', { from: '2026-03-01T20:00:00-08:00', to: '2026-03-02T01:00:00Z' }, 'getUsage'),
			'"From" (2026-03-02T04:00:00.000Z)',
			remedy.time,
		],
	])('%s', async (_, bench, parameters, message, description) => {
		const { error } = await bench.run(parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(description);
		expect(bench.requests()).toEqual([]);
	});

	it('by expressions, for each item', async () => {
		const parameters = {
			...agentUpdate({ invitationsMin: '={{ $json.min }}', invitationsMax: '={{ $json.max }}' }),
			agentId: byId('={{ $json.id }}'),
		};
		const [one, other] = kakiyo.control.kakiyoState().agents.map(({ id }) => id);
		const items = [
			{ id: one, min: 5, max: 20 },
			{ id: other, min: 20, max: 5 },
		];
		const { items: done, errors } = await kakiyo.run(parameters, {
			items,
			settings: { onError: 'continueErrorOutput' },
		});
		expect(done).toHaveLength(1);
		expect(errors.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('"Min Invitations" (20) must not be above "Max Invitations" (5)'),
		]);
		expect(kakiyo.requests()).toHaveLength(1);
	});

	it('from the model of an agent, which reads the remedy', async () => {
		const tool = kakiyo.tool(
			agentUpdate({
				messagesMin: '={{ $fromAI("least", "", "number") }}',
				messagesMax: '={{ $fromAI("most", "", "number") }}',
			}),
		);
		expect(await errorOf(tool({ least: 40, most: 10 }))).toContain('Enter the smaller number under "Min Messages"');
		expect(kakiyo.requests()).toEqual([]);
	});
});

describe('a possible range is sent', () => {
	it.each<[string, INodeParameters]>([
		['hours', { startTime: '09:00', endTime: '17:00' }],
		['hours until midnight', { startTime: '00:00', endTime: '23:59' }],
		['as many at least as at most', { invitationsMin: 10, invitationsMax: 10 }],
		['numbers in the order of numbers, not of texts', { messagesMin: '9', messagesMax: '10' }],
		['the start alone', { startTime: '18:00' }],
		['an end that an expression leaves empty', { invitationsMin: 50, invitationsMax: '={{ $json.none }}' }],
	])('%s', async (_, updateFields) => {
		const [agent] = kakiyo.control.kakiyoState().agents;
		const { error } = await kakiyo.run({ ...agentUpdate(updateFields), agentId: byId(agent?.id ?? '') });
		expect(error).toBeUndefined();
		expect(kakiyo.requests()).toHaveLength(1);
	});
});
