import { describe, expect, it } from '@jest/globals';

import { processKeys } from '../../../nodes/shared/memory/processKeys';
import { TimedKeys } from '../../../nodes/shared/memory/timedKeys';
import { everyOne } from '../../support/everyOne';

describe('the time of an effect, between two processes of n8n', () => {
	const MINUTE = 60_000;
	const NOON = 1_790_000_000_000 - (1_790_000_000_000 % MINUTE);

	it('is found by a process whose clock is a second behind', async () => {
		const keys = new TimedKeys(processKeys(100));
		await keys.begin('d', 'first', NOON + 200);
		expect(await keys.last('d', NOON - 60 * MINUTE, NOON - 800)).toBeDefined();
	});

	it('is found after the clock was set back by five minutes', async () => {
		const keys = new TimedKeys(processKeys(100));
		await keys.begin('d', 'first', NOON);
		expect(await keys.last('d', NOON - 65 * MINUTE, NOON - 5 * MINUTE)).toBeDefined();
	});

	it('belongs to one effect when both begin at once, on either side of a full minute', async () => {
		const keys = new TimedKeys(processKeys(100));
		const times = [NOON - 20, NOON + 20];
		for (const now of everyOne(times)) expect(await keys.last('d', now - 60 * MINUTE, now)).toBeUndefined();
		const begun = [await keys.begin('d', 'first', times[0] ?? 0), await keys.begin('d', 'second', times[1] ?? 0)];
		expect(begun.filter((written) => written !== undefined)).toHaveLength(1);
	});
});
