import { expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import { phoneNumbers, pressRetry } from './callList';
import { MOST_UNKNOWN, type CallListHarness } from './callListHarness';
import { rest } from './rest';
import { everyOne } from '../support/everyOne';

/** SIGKILL at each third of fifteen calls. */
export const KILLED_AFTER = [1, 4, 7, 10, 13] as const;

const WORKFLOWS = ['saved', 'original'] as const;

/**
 * Executions that end incomplete for a reason other than a kill; then Retry. In single and in queue mode.
 * @param restarts ways to stop n8n and start it again, as an update of n8n does
 */
export function retryScenarios(harness: CallListHarness, restarts: Record<string, () => Promise<void>>): void {
	const { answerSlowly, refuseOnceAfter, startCalling, timesRung, placed, placedAtLeast, retried } = harness;
	const finished = async (executionId: string) => await harness.n8n.client.finished(executionId);
	const once = (phones: string[]) => phones.map(() => 1);

	test.each(WORKFLOWS.flatMap((workflow) => [1, 10].map((items) => ({ workflow, items }))))(
		'a refusal stops the workflow of $items items: Retry with the $workflow workflow does the rest, and a second one nothing',
		async ({ workflow, items }) => {
			const phones = phoneNumbers(items);
			refuseOnceAfter(Math.floor(items / 2));
			const executionId = await startCalling(phones, { onError: 'stopWorkflow' });
			expect((await finished(executionId)).status).toBe('error');
			expect(await retried(executionId, phones, workflow)).toEqual({
				done: items,
				doneBefore: 0,
				unknown: 0,
				failed: 0,
			});
			const again = await pressRetry(harness.n8n.client, executionId, workflow);
			expect(again.data.resultData.error?.message).toContain('its result is missing');
			expect(timesRung(phones)).toEqual(once(phones));
		},
	);

	test('Stop, pressed by the user, then Retry, and once more', async () => {
		const phones = phoneNumbers(15);
		answerSlowly(0.5);
		const executionId = await startCalling(phones);
		await placedAtLeast(6, phones);
		await rest(harness.n8n.client, 'POST', `/executions/${executionId}/stop`);
		expect((await finished(executionId)).status).toBe('canceled');
		for (const workflow of everyOne(WORKFLOWS))
			expect((await retried(executionId, phones, workflow)).unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
	});

	const timedOut = async (phones: string[], onError: INode['onError']): Promise<string> => {
		answerSlowly(1.2);
		const executionId = await startCalling(phones, { onError, settings: { executionTimeout: 2 } });
		expect((await finished(executionId)).status).toBe('canceled');
		expect(placed(phones)).toBeLessThan(phones.length);
		return executionId;
	};

	test('the workflow’s time-out, then Retry, and once more: every item has a report', async () => {
		const phones = phoneNumbers(12);
		const executionId = await timedOut(phones, 'continueRegularOutput');
		for (const workflow of everyOne(WORKFLOWS))
			expect((await retried(executionId, phones, workflow)).unknown).toBeLessThanOrEqual(MOST_UNKNOWN);
	});

	test('the workflow’s time-out (On Error = Stop), then Retry, and once more: the rest is called, once', async () => {
		const phones = phoneNumbers(12);
		const executionId = await timedOut(phones, 'stopWorkflow');
		const before = placed(phones);
		for (const workflow of everyOne(WORKFLOWS)) {
			const { data } = await pressRetry(harness.n8n.client, executionId, workflow);
			expect(Math.max(...timesRung(phones))).toBe(1);
			expect(placed(phones)).toBeGreaterThan(before);
			expect(data.resultData.error?.description).toMatch(/Done: item .*Unknown: item /);
		}
	});

	test.each(Object.entries(restarts))('a restart of %s, then Retry, and once more', async (_, restart) => {
		const phones = phoneNumbers(30);
		answerSlowly(1);
		const executionId = await startCalling(phones);
		await placedAtLeast(6, phones);
		await restart();
		expect(await finished(executionId)).toMatchObject({ status: expect.stringMatching(/crashed|canceled|error/) });
		// n8n closes its database before its executions have ended, so that the effects of this time cannot be marked.
		for (const workflow of WORKFLOWS) await retried(executionId, phones, workflow);
	});
}
