import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { persistentMemory } from '../../../nodes/Kayse/intake/persistentMemory';

const owner = { credentialName: 'credential', account: 'account' };

/** One execution of a workflow, which n8n hands the static data of the one before, and saves it. */
async function execution(stored: string, keys: string[], turns = 1) {
	const kept: IDataObject = JSON.parse(stored) as IDataObject;
	const warnings: string[] = [];
	const unknown: string[] = [];
	const size = Math.max(1, Math.ceil(keys.length / turns));
	for (let start = 0; start < keys.length; start += size) {
		const turn = keys.slice(start, start + size);
		const { memory } = await persistentMemory(
			{ kept: async () => kept, warn: (text) => warnings.push(text) },
			owner,
			'workflow',
			turn.length,
		);
		for (const key of turn) {
			if (memory.get('cases', [key]) === undefined) unknown.push(key);
			memory.set('cases', key, { id: 1 });
		}
		memory.close();
	}
	return { stored: JSON.stringify(kept), unknown, warnings, remembered: Object.keys(Object(kept.cases)).length };
}

const leads = (count: number, of = 'lead') => Array.from({ length: count }, (_, index) => `${of} ${index}`);

describe('the memory of a workflow', () => {
	it('has all leads of an execution, for any number of leads and runs in a loop', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1_990, max: 4_000 }),
				fc.integer({ min: 1, max: 40 }),
				async (count, turns) => {
					const first = await execution('{}', leads(count), turns);
					const second = await execution(first.stored, leads(count), turns);
					expect(second.unknown).toEqual([]);
				},
			),
			{ numRuns: 10 },
		);
	});

	it('drops the least recently used entries, down to 2,000', async () => {
		const first = await execution('{}', leads(1_500, 'old'));
		const again = await execution(first.stored, leads(500, 'old'));
		const second = await execution(again.stored, leads(1_000, 'new'));
		expect(second.remembered).toBe(2_000);
		const third = await execution(second.stored, [...leads(500, 'old'), ...leads(1_000, 'new')]);
		expect(third.unknown).toEqual([]);
	});

	it('causes a hint before it drops an entry, and when it does', async () => {
		const few = await execution('{}', leads(1_000, 'old'));
		const many = await execution(few.stored, leads(900, 'new'));
		const tooMany = await execution(many.stored, leads(900, 'newer'));
		expect(few.warnings).toEqual([]);
		expect(many.warnings).toEqual([
			expect.stringMatching(/^Remembered: 1900 cases\. Above 2000, the node forgets the oldest/),
		]);
		expect(tooMany.warnings).toEqual([expect.stringMatching(/^Forgotten: 800 cases/)]);
	});

	it('is refused before anything is sent if one execution has too many leads', async () => {
		await expect(execution('{}', leads(9_001))).rejects.toThrow('more than 9000 leads of one execution');
		await expect(execution('{}', leads(10_000), 10)).rejects.toThrow('more than 9000 leads of one execution');
	});
});
