import { describe, expect, it } from '@jest/globals';

import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('metadata');

describe('metadata', () => {
	it('lists the kinds of records, an item for each, with their present fields', async () => {
		bench.control.configureKayse({ extraFields: { clients: [{ name: 'nickname', type: 'string' }] } });
		const objects = await rows('getAll', { returnAll: true });
		expect(objects.map(({ name }) => name)).toEqual(['cases', 'clients', 'case_lists']);
		expect(objects[1]?.fields).toContainEqual({ name: 'nickname', type: 'string', required: false, description: '' });
		expect(sent()).toEqual([{ to: 'GET /metadata/objects' }]);
	});

	it('keeps to the limit', async () => {
		expect(await rows('getAll', { limit: 2 })).toHaveLength(2);
	});

	it('reads again after an outage', async () => {
		bench.control.fail({ method: 'GET', path: '/metadata/objects', kind: 'status', status: 503 });
		expect(await rows('getAll')).toHaveLength(3);
		expect(sent()).toHaveLength(2);
	});

	it('says that the answer is not a list', async () => {
		bench.control.fail({
			method: 'GET',
			path: '/metadata/objects',
			kind: 'status',
			status: 200,
			body: { hello: 'world' },
		});
		const { error } = await run('getAll');
		expect(error?.message).toBe('Kayse answered without a list');
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached());
});
