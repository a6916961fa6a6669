import { describe, expect, it } from '@jest/globals';

import { NO_SCOPE, useOperations } from './operations';

const { rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('availablePhoneNumber');

describe('available phone number', () => {
	it('lists numbers as rows', async () => {
		const filters = { areaCode: '202', capability: 'voice', country: 'US' };
		expect(await rows('getAll', { limit: 1, filters })).toEqual([{ phone_number: '+12025550110' }]);
		expect(sent()).toEqual([
			{
				to: 'GET /phone-numbers/available',
				query: { area_code: '202', capability: 'voice', country: 'US', limit: '1' },
			},
		]);
	});

	it.each(['512.0', '(512)', ' 512 ', '={{ 512 }}'])(
		'finds an area code as a spreadsheet or a person writes it: %j',
		async (areaCode) => {
			await rows('getAll', { limit: 1, filters: { areaCode, country: 'United States' } });
			expect(sent()).toEqual([
				{ to: 'GET /phone-numbers/available', query: { area_code: '512', country: 'US', limit: '1' } },
			]);
		},
	);

	it('lists all numbers that KaiCalls returns', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(4);
	});

	it('says which scope it needs', async () => {
		const { message, description } = await refusedWithout('getAll');
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope numbers:read.');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
