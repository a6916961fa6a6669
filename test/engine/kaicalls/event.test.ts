import { beforeEach, describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('event');

const business = () => bench.state.workspaces[0]?.id ?? '';

/** Leads that come in make events. */
async function createLeads(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, index) => ({ name: `Lead ${index}` }));
	const parameters = {
		resource: 'lead',
		operation: 'create',
		workspaceId: byId(business()),
		name: '={{ $json.name }}',
	};
	expect((await bench.run(parameters, { items })).error).toBeUndefined();
}

const sentHere = () => sent().filter(({ to }) => to.includes('/events'));

describe('event: get many', () => {
	it('loses and repeats no event of equal time across a page border', async () => {
		await createLeads(70);
		bench.control.configureKaiCalls({ createdAtStepSeconds: 1_000_000 });
		await createLeads(60);
		const events = await rows('getAll', { returnAll: true });
		expect(events[99]?.created_at).toBe(events[100]?.created_at);
		expect(events).toHaveLength(130);
		expect(new Set(events.map(({ id }) => id)).size).toBe(130);
	}, 30_000);

	it('sends the filled-in fields under Filters', async () => {
		await rows('getAll', {
			filters: {
				eventId: 'e1',
				eventType: 'lead.captured',
				from: '2026-01-01T00:00:00Z',
				objectId: 'o1',
				objectType: 'lead',
				status: 'pending',
				to: '2026-02-01T00:00:00Z',
				workspaceId: byId(business()),
			},
		});
		expect(sentHere()).toEqual([
			{
				to: 'GET /events',
				query: {
					event_id: 'e1',
					event_type: 'lead.captured',
					from: '2026-01-01T00:00:00.000Z',
					object_id: 'o1',
					object_type: 'lead',
					status: 'pending',
					to: '2026-02-01T00:00:00.000Z',
					business_id: business(),
					limit: '50',
				},
			},
		]);
	});
});

describe('event: replay', () => {
	beforeEach(async () => await createLeads(2));

	it('replays the events named', async () => {
		const [first, second] = bench.state.events.map(({ id }) => id);
		await rows('replay', { eventIds: String(first) });
		const [both] = await rows('replay', { eventIds: `${first}, ${second}, ${first}` });
		expect(sentHere()).toEqual([
			{ to: 'POST /events/replay', body: { event_id: first } },
			{ to: 'POST /events/replay', body: { event_ids: [first, second] } },
		]);
		expect(both?.event_ids).toEqual([first, second]);
	});

	it('replays the events that match', async () => {
		const [result] = await rows('replay', {
			replayBy: 'filter',
			match: { eventType: 'lead.captured', status: 'pending' },
			workspaceId: byId(business()),
		});
		expect(sentHere()).toEqual([
			{
				to: 'POST /events/replay',
				body: { filter: { event_type: 'lead.captured', status: 'pending' }, business_id: business() },
			},
		]);
		expect(result?.event_ids).toHaveLength(2);
	});

	it.each([
		[{ eventIds: ' , ' }, '"Event IDs" is empty'],
		[{ replayBy: 'filter', match: {} }, '"Match" is empty'],
		[{ replayBy: 'filter', match: { status: '' } }, '"Status" was added, but is empty'],
	])('replays nothing for %j', async (parameters, message) => {
		const { error } = await run('replay', parameters);
		expect(error?.message).toBe(message);
		expect(sentHere()).toEqual([]);
	});
});

describe('event: scopes', () => {
	it.each([
		['getAll', 'events:read'],
		['replay', 'events:replay'],
	])('%s says which one it needs', async (operation, scope) => {
		const { message, description } = await refusedWithout(operation, { eventIds: 'e1' });
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached('POST /leads'));
});
