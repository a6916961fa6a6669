import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { bench, rows, sent, expectAllEndpointsReached } = useOperations('account');

describe('account', () => {
	it('reads the balance, one item for each business', async () => {
		const [first] = bench.state.workspaces;
		expect(await rows('getBalance')).toMatchObject([
			{ business_id: first?.id, phone_numbers: 2, subscription_status: 'active' },
			{ phone_numbers: 1 },
		]);
		expect(sent()).toEqual([{ to: 'GET /balance' }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
