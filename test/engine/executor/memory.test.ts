import { describe, expect, it } from '@jest/globals';

import { runMemory } from '../../../nodes/shared/memory/runMemory';
import { addProspects, people, useKakiyoBench } from '../kakiyo';

const bench = useKakiyoBench();

/** What n8n keeps for the node after a run, and hands to the next one in its Retry of the execution. */
const keptBy = (run: { data: { executionData?: { contextData: object } } }): Record<string, unknown> => ({
	...run.data.executionData?.contextData,
});

describe('what a failed run remembers', () => {
	it('is kept with the execution, bound to operation and account', async () => {
		bench.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'status', status: 404, skip: 1 });
		const { run, error } = await bench.run(addProspects, { items: people(150) });
		expect(error).toBeDefined();
		const node = keptBy(run)['node:Node'];
		expect(Object.keys(Object(node))).toEqual(['outreachAgents']);
		const kept = JSON.parse(JSON.stringify(node)) as { outreachAgents: { run: string; outcomes: object } };
		expect(JSON.parse(kept.outreachAgents.run)).toEqual([
			0,
			'prospect',
			'add',
			expect.stringContaining('kakiyoOutreachApi'),
		]);
		// Two keys for each item.
		expect(Object.keys(kept.outreachAgents.outcomes)).toHaveLength(2 * 100);
	});

	it('is gone when all was done, except the reached persons and the created records: a loop may bring them again', async () => {
		const { run } = await bench.run(addProspects, { items: people(3) });
		expect(keptBy(run)['node:Node']).toEqual({
			outreachAgents: { reached: expect.anything(), told: expect.anything(), made: {}, keyCount: expect.any(Number) },
		});
	});

	it('is not taken for that of another operation', () => {
		const context = {};
		runMemory(context, { run: '[0,"prospect","add"]', work: '', turn: 0, execution: '1' }).keepOutcome('key', {
			rows: [],
		});
		expect(
			runMemory(context, { run: '[0,"prospect","add"]', work: '', turn: 0, execution: '1' }).outcome('key')?.outcome,
		).toEqual({ rows: [] });
		expect(
			runMemory(context, { run: '[0,"dnc","add"]', work: '', turn: 0, execution: '1' }).outcome('key'),
		).toBeUndefined();
	});
});
