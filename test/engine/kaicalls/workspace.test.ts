import { describe, expect, it } from '@jest/globals';

import { NO_SCOPE, useOperations } from './operations';

const { rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('workspace');

describe('workspace', () => {
	it('lists the businesses of the key', async () => {
		expect(await rows('getAll')).toMatchObject([{ name: 'Harbor Law' }, { name: 'Lakeside Dental' }]);
		expect(sent()).toEqual([{ to: 'GET /workspaces' }]);
	});

	it('says which scope it needs', async () => {
		const { message, description } = await refusedWithout('getAll');
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain('This operation needs the scope workspaces:read.');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
