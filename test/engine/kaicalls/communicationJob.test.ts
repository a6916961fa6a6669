import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('communicationJob');

describe('communication job', () => {
	it('lists the jobs of a run', async () => {
		const run = bench.state.runs[0]?.id ?? '';
		const filters = { channel: 'sms', communicationRunId: byId(run), status: 'pending' };
		expect(await rows('getAll', { filters })).toMatchObject([{ communication_run_id: run, channel: 'sms' }]);
		expect(sent()).toEqual([
			{
				to: 'GET /communication-jobs',
				query: { channel: 'sms', communication_run_id: run, status: 'pending', limit: '50' },
			},
		]);
	});

	it('says which scope it needs', async () => {
		const { message, description } = await refusedWithout('getAll');
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope communication-runs:read.');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
