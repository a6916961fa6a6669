import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { MOST_AHEAD } from '../../../nodes/shared/memory/lookahead';
import { CACHE } from '../../../scripts/repository';
import { phoneNumbers } from '../callList';
import { callListHarness, MOST_UNKNOWN } from '../callListHarness';
import { KILLED_AFTER, retryScenarios } from '../retryScenarios';
import { SingleN8n } from '../singleN8n';
import { subWorkflowScenarios } from '../subWorkflowScenarios';
import { eventually } from '../../support/eventually';

describe('n8n in single mode, stopped or killed while it places calls', () => {
	const harness = callListHarness(async () => await SingleN8n.start(join(CACHE, 'e2e-killed')));
	const { answerSlowly, startCalling, placedAtLeast, retried } = harness;

	retryScenarios(harness, { n8n: async () => await harness.n8n.restart() });
	subWorkflowScenarios(harness);

	const killAt = async (calls: number, phones: string[]) => {
		await placedAtLeast(calls, phones, 240_000);
		await harness.n8n.kill();
	};

	test.each(
		KILLED_AFTER.map((calls, place) => ({
			calls,
			fileOrder: place % 2 === 0 ? ('as run' as const) : ('reversed' as const),
		})),
	)(
		'SIGKILL after $calls of fifteen calls (nodes in the file $fileOrder), then Retry: no phone rings twice, none is left out unsaid',
		async ({ calls, fileOrder }) => {
			const phones = phoneNumbers(15);
			answerSlowly(0.4);
			const executionId = await startCalling(phones, { fileOrder });
			await killAt(calls, phones);
			expect((await harness.n8n.client.finished(executionId)).status).toBe('crashed');
			expect((await retried(executionId, phones)).unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
			// Once more tells the same and rings nobody.
			await retried(executionId, phones, 'original');
		},
	);

	test('SIGKILL while the only call is on its way, then Retry: its item says unknown, and the phone rings once', async () => {
		const phones = phoneNumbers(1);
		answerSlowly(60);
		const executionId = await startCalling(phones);
		await killAt(1, phones);
		expect(await retried(executionId, phones)).toEqual({ done: 0, doneBefore: 0, unknown: 1, failed: 0 });
	});

	test('SIGKILL in a later node, then Retry: all ten items say done', async () => {
		const phones = phoneNumbers(10);
		const { control } = harness.sandbox;
		control.fail({ vendor: 'kaicalls', method: 'GET', path: '/calls', kind: 'slow', delaySeconds: 60 });
		const executionId = await startCalling(phones, { readsAfterwards: true });
		await eventually('the later node', async () => control.log().some(({ method }) => method === 'GET'), 60_000);
		await killAt(phones.length, phones);
		expect(await retried(executionId, phones)).toEqual({ done: 0, doneBefore: 10, unknown: 0, failed: 0 });
	});

	test('SIGKILL in the middle of 5,000 items, then Retry', async () => {
		const phones = phoneNumbers(5_000);
		const executionId = await startCalling(phones);
		await killAt(2_500, phones);
		const { done, doneBefore, unknown } = await retried(executionId, phones);
		// Each of the items that are under way at once may have been written down, and not left yet.
		expect(unknown).toBeLessThanOrEqual(MOST_AHEAD + MOST_UNKNOWN);
		expect(done).toBeGreaterThan(1_000);
		expect(doneBefore).toBeGreaterThan(2_000);
	});
});
