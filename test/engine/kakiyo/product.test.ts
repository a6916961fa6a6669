import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { run, rows, sent, expectAllEndpointsReached } = useOperations('product');

describe('product', () => {
	it('creates a product and lists it', async () => {
		const [created] = await rows('create', { name: 'LedgerMate', description: 'Bookkeeping for small shops' });
		expect(sent()).toEqual([
			{ to: 'POST /products', body: { name: 'LedgerMate', description: 'Bookkeeping for small shops' } },
		]);
		const listed = await rows('getAll');
		expect(listed).toContainEqual(expect.objectContaining({ id: created?.id, name: 'LedgerMate' }));
	});

	it('names the field that Kakiyo finds too short, as the panel does', async () => {
		const { error } = await run('create', { name: 'L', description: 'Bookkeeping for small shops' });
		expect(error?.message).toBe('Kakiyo did not accept "Name"');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
