import { describe, expect, it } from '@jest/globals';

import { KeyLog } from '../../../nodes/shared/memory/keyLog';
import { persistentKeys } from '../../../nodes/shared/memory/persistentKeys';
import { ManualTime } from '../support/manualTime';

function keysOf(...there: string[]) {
	const stored = new Set(there);
	const store = {
		capacity: 1_000,
		async record(keys: readonly string[]) {
			const known = keys.filter((key) => stored.has(key));
			for (const key of keys) stored.add(key);
			return known;
		},
		async remove(keys: readonly string[]) {
			for (const key of keys) stored.delete(key);
		},
	};
	return { stored, keys: persistentKeys(new KeyLog(store, new ManualTime())) };
}

describe('keys of an operation’s own', () => {
	it('are returned without others, also if the log writes them together', async () => {
		const { keys } = keysOf('old');
		expect(await keys.add(['first'])).toEqual(new Set());
		// The log asserts the keys that it wrote a moment ago.
		expect(await keys.add(['second'])).toEqual(new Set());
		expect(await keys.find(['third'])).toEqual(new Set());
		expect(await keys.find(['third', 'first', 'old'])).toEqual(new Set(['first', 'old']));
	});

	it('are absent after removal, and after a mere read', async () => {
		const { keys, stored } = keysOf();
		await keys.add(['first', 'second']);
		await keys.remove(['first']);
		await keys.find(['third']);
		await keys.settle();
		expect([...stored]).toEqual(['second']);
	});
});
