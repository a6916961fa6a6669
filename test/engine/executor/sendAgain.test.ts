import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, people, useKakiyoBench } from '../kakiyo';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const phones = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+1202555${String(1_000 + index)}` }));

const call = () => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
});

const communicationRun = () => ({
	resource: 'communicationRun',
	operation: 'create',
	run: `={{ { business_id: '${kaiCalls.state.workspaces[0]?.id ?? ''}', name: 'Recall' } }}`,
});

/** How many runs the test has created: the sandbox begins with one. */
const runsMade = () => kaiCalls.state.runs.length - 1;

const SEND_AGAIN = { options: { sendAgain: true } };

const continuing = { settings: { onError: 'continueRegularOutput' as const } };

const doubtful = () => kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'resetAfterHandler', times: 3 });

describe('Send Again What May Have Been Sent, switched off between two tries (killed)', () => {
	it('calls no person twice who was called while it was on', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run({ ...call(), ...SEND_AGAIN }, { items: phones(5), resumeToken });
		await kaiCalls.run(call(), { items: phones(5), resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual(Array(5).fill(1));
	});

	it('calls no person twice who was called only by a Retry with it', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(call(), { items: phones(2), resumeToken });
		await kaiCalls.run({ ...call(), ...SEND_AGAIN }, { items: phones(5), resumeToken, ...continuing });
		await kaiCalls.run(call(), { items: phones(5), resumeToken, ...continuing });
		expect(kaiCalls.timesRung()).toEqual(Array(5).fill(1));
	});

	it('adds no prospect and creates no communication run twice', async () => {
		const resumeToken = randomUUID();
		await kakiyo.run({ ...addProspects, ...SEND_AGAIN }, { items: people(5), resumeToken });
		await kakiyo.run(addProspects, { items: people(5), resumeToken, ...continuing });
		expect(kakiyo.mostRepeated()).toBe(1);
		await kaiCalls.run({ ...communicationRun(), ...SEND_AGAIN }, { resumeToken });
		await kaiCalls.run(communicationRun(), { resumeToken, ...continuing });
		expect(runsMade()).toBe(1);
	});
});

describe('Send Again What May Have Been Sent, switched on for a Retry', () => {
	it('sends a communication run with its first key, under which KaiCalls makes it once (killed)', async () => {
		const resumeToken = randomUUID();
		await kaiCalls.run(communicationRun(), { resumeToken });
		const { items } = await kaiCalls.run({ ...communicationRun(), ...SEND_AGAIN }, { resumeToken, ...continuing });
		expect(items[0]?.json.error).toBeUndefined();
		expect(runsMade()).toBe(1);
	});

	it('sends an unknown item once more in one of two Retries at once, and not in a third', async () => {
		const resumeToken = randomUUID();
		doubtful();
		await kaiCalls.run(call(), { items: phones(3), resumeToken, ...continuing });
		const retry = async (executionId: string) =>
			await kaiCalls.run({ ...call(), ...SEND_AGAIN }, { items: phones(3), resumeToken, executionId, ...continuing });
		await Promise.all([retry('11'), retry('12')]);
		expect(kaiCalls.timesRung()).toEqual([2, 2, 2]);
		await retry('13');
		expect(kaiCalls.timesRung()).toEqual([2, 2, 2]);
	});

	it('sends an item that was never sent once, in two Retries at once', async () => {
		const resumeToken = randomUUID();
		const retry = async (executionId: string) =>
			await kaiCalls.run({ ...call(), ...SEND_AGAIN }, { items: phones(5), resumeToken, executionId, ...continuing });
		await Promise.all([retry('11'), retry('12')]);
		expect(kaiCalls.timesRung()).toEqual(Array(5).fill(1));
	});

	it('leaves items in doubt when the vendor refuses: the next Retry without it does not send them', async () => {
		const resumeToken = randomUUID();
		doubtful();
		await kaiCalls.run(call(), { items: phones(3), resumeToken, ...continuing });
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 402, times: 3 });
		await kaiCalls.run(
			{ ...call(), ...SEND_AGAIN },
			{ items: phones(3), resumeToken, executionId: '11', ...continuing },
		);
		await kaiCalls.run(call(), { items: phones(3), resumeToken, executionId: '12', ...continuing });
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
		await kaiCalls.run(
			{ ...call(), ...SEND_AGAIN },
			{ items: phones(3), resumeToken, executionId: '13', ...continuing },
		);
		expect(kaiCalls.timesRung()).toEqual([2, 2, 2]);
	});
});
