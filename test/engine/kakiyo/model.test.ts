import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { rows, sent, expectAllEndpointsReached } = useOperations('model');

describe('model', () => {
	it('lists models', async () => {
		expect(await rows('getAll', { limit: 3 })).toHaveLength(3);
	});

	it('gets a model', async () => {
		const [model] = await rows('get', { modelId: byId('680321c8001e2f52aaa1') });
		expect(model).toMatchObject({ name: 'Outreach model 2', pricing: { input: 0.5 } });
		expect(sent()).toEqual([{ to: 'GET /models/680321c8001e2f52aaa1' }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
