import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { rows, sent, expectAllEndpointsReached } = useOperations('communicationAttempt');

describe('communication attempt', () => {
	it('lists attempts', async () => {
		expect(await rows('getAll', { filters: { status: 'succeeded' } })).toHaveLength(2);
		expect(await rows('getAll', { filters: { sequenceId: 'nobody' } })).toEqual([]);
		expect(sent().map(({ query }) => query)).toEqual([
			{ status: 'succeeded', limit: '50' },
			{ sequence_id: 'nobody', limit: '50' },
		]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
