import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';

const bench = useKaiCallsBench();

const agentId = byId('a6e70000-0000-4000-8000-000000000001');
const update = { resource: 'agent', operation: 'update', agentId };

/** A box that is added and left as it comes must not erase what the agent carries, such as the settings of its assistant. */
describe('Agent > Update with a JSON box added and left as it comes', () => {
	it.each(['metadata', 'vapiConfig'])('sends no empty %s beside another field', async (box) => {
		await bench.run({ ...update, updateFields: { name: 'Kai', [box]: '{}' } });
		expect(bench.requests().map(({ body }) => body)).toEqual([{ id: agentId.value, name: 'Kai' }]);
	});

	it.each(['metadata', 'vapiConfig'])('has nothing to update if %s is the only field', async (box) => {
		const { error } = await bench.run({ ...update, updateFields: { [box]: '{}' } });
		expect(error?.message).toBe('There is nothing to update');
	});
});
