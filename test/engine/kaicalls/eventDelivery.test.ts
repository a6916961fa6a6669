import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('eventDelivery');

describe('event delivery', () => {
	it('sends the filled-in fields under Filters', async () => {
		const workspaceId = bench.state.workspaces[0]?.id ?? '';
		await rows('getAll', {
			filters: { eventId: 'e1', deliveryStatus: 'failed', webhookId: byId('w1'), workspaceId: byId(workspaceId) },
		});
		expect(sent()).toEqual([
			{
				to: 'GET /event-deliveries',
				query: { event_id: 'e1', status: 'failed', webhook_id: 'w1', business_id: workspaceId, limit: '50' },
			},
		]);
	});

	it('says so when a full page may not be all', async () => {
		const deliveries = Array.from({ length: 100 }, (_, index) => ({ id: String(index) }));
		bench.control.fail({ method: 'GET', path: '/event-deliveries', kind: 'status', status: 200, body: { deliveries } });
		const { error } = await run('getAll', { returnAll: true });
		expect(error?.message).toBe('The API returns at most 100 rows of this list, and there may be more');
	});

	it('says which scope it needs', async () => {
		const { message, description } = await refusedWithout('getAll');
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope events:read or webhooks:read.');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
