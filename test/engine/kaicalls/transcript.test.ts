import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('transcript');

const answered = () => bench.state.calls.filter(({ status }) => status === 'completed');

/** The seed's calls of equal time, whose transcripts are to lie across the border of the first page. */
function newerThanTheEqualOnes(): number {
	const times = answered().map(({ created_at }) => created_at);
	const equal = times.find((time, index) => times.indexOf(time) !== index) ?? '';
	return times.filter((time) => time > equal).length;
}

/** Calls that are answered and over. */
async function callPeople(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, index) => ({ to: `+1202557${String(index).padStart(4, '0')}` }));
	const agentId = byId(bench.state.agents[0]?.id ?? '');
	const placed = await bench.run({ resource: 'call', operation: 'create', agentId, to: '={{ $json.to }}' }, { items });
	for (const { json } of placed.items) await bench.control.completeCall({ callId: String(json.id) });
}

describe('transcript', () => {
	it.each(['exclusive', 'inclusive'] as const)(
		'loses and repeats none of equal time (%s cursor)',
		async (afterCursor) => {
			bench.control.configureKaiCalls({ afterCursor });
			await callPeople(98 - newerThanTheEqualOnes());
			const found = await rows('getAll', { returnAll: true });
			expect(found[99]?.created_at).toBe(found[100]?.created_at);
			expect(found.map(({ call_id }) => call_id).sort()).toEqual(
				answered()
					.map(({ id }) => id)
					.sort(),
			);
			expect(found[0]).not.toHaveProperty('id');
			expect(found[0]?.transcript).toMatch(/^AI: Hello/);
		},
	);

	it('filters by agent and days', async () => {
		const agentId = bench.state.agents[0]?.id ?? '';
		await rows('getAll', { limit: 5, filters: { agentId: byId(agentId), daysBack: 90 } });
		expect(sent()).toEqual([{ to: 'GET /transcripts', query: { agent_id: agentId, days: '90', limit: '5' } }]);
	});

	it('says which scope it needs', async () => {
		const { message, description } = await refusedWithout('getAll');
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope calls:read.');
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached('POST /calls'));
});
