import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { run, rows, expectAllEndpointsReached } = useOperations('apiKey');

describe('API key', () => {
	it('tells the team of a valid key', async () => {
		expect(await rows('verify')).toEqual([
			{ status: 'success', message: 'API key is valid', teamId: 'team0a1b2c3d4e5f6g7h' },
		]);
	});

	it('names the problem with another one', async () => {
		const { error } = await run('verify', {}, { apiKey: 'k'.repeat(40) });
		expect(error?.message).toBe('Kakiyo did not accept this API key');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
