import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import type { NodeResult } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { until } from '../../support/eventually';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const ITEMS = 12;
/** So many are on the wire at once; their outcome is unknown. */
const IN_FLIGHT = 5;

const phones = Array.from({ length: ITEMS }, (_, index) => ({ phone: `+1202555${String(1_000 + index)}` }));

const rows = ({ items, errors }: NodeResult) => [...items, ...errors].map(({ json }) => json);

const SETTINGS: Array<[string, Partial<INode>]> = [
	['On Error = Stop', {}],
	['On Error = Stop, Retry On Fail', { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }],
	['On Error = Continue', { onError: 'continueRegularOutput' }],
	['the error output', { onError: 'continueErrorOutput' }],
];

/** Stop, a time-out and a restart all cancel an execution; n8n stores it at once, without waiting for its nodes. */
describe('n8n’s Retry of an execution that was cancelled in the middle of the node', () => {
	it.each(SETTINGS)('calls the persons who had not been called, and returns all results (%s)', async (_, settings) => {
		const agentId = { __rl: true, mode: 'id', value: kaiCalls.state.agents[0]?.id ?? '' };
		const call = { resource: 'call', operation: 'create', agentId, to: '={{ $json.phone }}' };
		const resumeToken = randomUUID();
		kaiCalls.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'slow',
			delaySeconds: 60,
			afterHandler: true,
			skip: 4,
			times: IN_FLIGHT,
		});
		let stop = () => {};
		const running = kaiCalls.run(call, {
			items: phones,
			settings,
			resumeToken,
			onStart: (stopRun) => (stop = stopRun),
		});
		await until(() => kaiCalls.timesRung().length === 4 + IN_FLIGHT);
		stop();
		const first = await running;
		expect(kaiCalls.timesRung().length).toBeLessThan(ITEMS);

		const second = await kaiCalls.retry(call, first, {
			items: phones,
			resumeToken,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(kaiCalls.timesRung()).toEqual(phones.map(() => 1));
		const unknown = rows(second).filter(({ error }) => /^The outcome is unknown/.test(String(error)));
		const done = rows(second).filter(({ error, id }) => error === undefined && typeof id === 'string');
		expect(done.length + unknown.length).toBe(ITEMS);
		expect(unknown.length).toBeLessThanOrEqual(IN_FLIGHT);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'calls the remaining persons when it was cancelled in a further try of Retry On Fail (%s)',
		async (onError) => {
			const agentId = { __rl: true, mode: 'id', value: kaiCalls.state.agents[0]?.id ?? '' };
			const call = { resource: 'call', operation: 'create', agentId, to: '={{ $json.phone }}' };
			const options = {
				items: phones,
				resumeToken: randomUUID(),
				settings: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			};
			kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 400, times: ITEMS });
			kaiCalls.control.fail({
				method: 'POST',
				path: '/calls',
				kind: 'slow',
				delaySeconds: 60,
				afterHandler: true,
				skip: 2,
				times: IN_FLIGHT,
			});
			let stop = () => {};
			const running = kaiCalls.run(call, { ...options, onStart: (stopRun) => (stop = stopRun) });
			await until(() => kaiCalls.timesRung().length === 2 + IN_FLIGHT);
			stop();
			const second = await kaiCalls.retry(call, await running, options);
			expect(kaiCalls.timesRung()).toEqual(phones.map(() => 1));
			expect(rows(second)).toHaveLength(ITEMS);
		},
	);

	it.each([1, 2])(
		'calls the people of its items, which came from the second output of the node before (Stop is pressed %d times)',
		async (times) => {
			const agentId = { __rl: true, mode: 'id', value: kaiCalls.state.agents[0]?.id ?? '' };
			const call = { resource: 'call', operation: 'create', agentId, to: "={{ $('Items').item.json.phone }}" };
			const then = {
				resource: 'lead',
				operation: 'create',
				workspaceId: { ...agentId, value: kaiCalls.state.workspaces[0]?.id ?? '' },
				name: 'Lead',
				phone: "={{ $('Items').item.json.phone }}",
				additionalFields: {},
			};
			const others = Array.from({ length: ITEMS }, (_, index) => ({ phone: `+1202555${String(2_000 + index)}` }));
			let stop = () => {};
			const options = {
				items: phones,
				otherBranch: others,
				resumeToken: randomUUID(),
				settings: { onError: 'continueRegularOutput' as const },
				onStart: (stopRun: () => void) => (stop = stopRun),
			};
			let execution: NodeResult | undefined;
			for (let time = 1; time <= times; time++) {
				kaiCalls.control.fail({
					method: 'POST',
					path: '/calls',
					kind: 'slow',
					delaySeconds: 60,
					afterHandler: true,
					times: IN_FLIGHT,
				});
				const before = kaiCalls.timesRung().length;
				const running: Promise<NodeResult> = execution
					? kaiCalls.retry(call, execution, options)
					: kaiCalls.run(call, options);
				// All that are on the wire are slow, so that no other can follow before Stop.
				await until(() => kaiCalls.timesRung().length === before + IN_FLIGHT);
				stop();
				execution = await running;
			}
			if (!execution) throw new Error('It has not run');
			const last = await kaiCalls.retry(call, execution, { ...options, then });
			const strangers = others.map(({ phone }) => phone);
			expect(Object.keys(kaiCalls.control.callsPlaced()).filter((phone) => strangers.includes(phone))).toEqual([]);
			expect(Math.max(...kaiCalls.timesRung())).toBe(1);
			expect(rows(last)).toHaveLength(ITEMS);
			const leads = kaiCalls.state.leads.map(({ phone }) => phone);
			expect(leads.filter((phone) => strangers.includes(String(phone)))).toEqual([]);
			expect(phones.filter(({ phone }) => leads.includes(phone)).length).toBe(ITEMS);
		},
	);

	it('adds the people who had not been added, when rows travel together', async () => {
		const options = {
			items: people(250),
			resumeToken: randomUUID(),
			settings: { onError: 'continueRegularOutput' as const },
		};
		kakiyo.control.fail({ method: 'POST', path: '/prospects/batch', kind: 'slow', delaySeconds: 60, skip: 1 });
		let stop = () => {};
		const running = kakiyo.run(addProspects, { ...options, onStart: (stopRun) => (stop = stopRun) });
		await until(() => kakiyo.requests().length > 1);
		stop();
		const first = await running;
		const second = await kakiyo.retry(addProspects, first, options);
		expect(rows(second)).toHaveLength(250);
		expect(
			rows(second).filter(({ error }) => error !== undefined && !/^The outcome is unknown/.test(String(error))),
		).toEqual([]);
	});

	it('does the rest when Stop came just before the node waited for its calls', async () => {
		const agentId = { __rl: true, mode: 'id', value: kaiCalls.state.agents[0]?.id ?? '' };
		const wait = {
			resource: 'call',
			operation: 'createAndWait',
			agentId,
			to: '={{ $json.phone }}',
			timeLimit: 1_000_000,
		};
		kaiCalls.control.configureKaiCalls({ endsAfterSeconds: 6_000 });
		kaiCalls.control.fail({ method: 'POST', path: '/calls', kind: 'status', status: 400, skip: 1 });
		kaiCalls.control.fail({ method: 'GET', path: '/calls', kind: 'slow', delaySeconds: 20 });
		const options = {
			items: phones.slice(0, 3),
			resumeToken: randomUUID(),
			settings: { onError: 'continueErrorOutput' as const },
		};
		let stop = () => {};
		const running = kaiCalls.run(wait, { ...options, onStart: (stopRun) => (stop = stopRun) });
		await until(() => kaiCalls.requests('/calls').some(({ method }) => method === 'GET'));
		stop();
		const { run } = await kaiCalls.retry(wait, await running, options);
		expect(run.status).toBe('waiting');
		expect(kaiCalls.timesRung()).toEqual([1, 1, 1]);
	});

	it('does the rest on an older n8n, in which a node cannot ask to be run again (On Error = Stop)', async () => {
		const agentId = { __rl: true, mode: 'id', value: kaiCalls.state.agents[0]?.id ?? '' };
		const call = { resource: 'call', operation: 'create', agentId, to: '={{ $json.phone }}' };
		const options = { items: phones, resumeToken: randomUUID(), knowsNoRequests: true };
		kaiCalls.control.fail({
			method: 'POST',
			path: '/calls',
			kind: 'slow',
			delaySeconds: 60,
			skip: 4,
			times: IN_FLIGHT,
		});
		let stop = () => {};
		const running = kaiCalls.run(call, { ...options, onStart: (stopRun) => (stop = stopRun) });
		await until(() => kaiCalls.requests().length === 4 + IN_FLIGHT);
		stop();
		const first = await running;
		expect(first.error?.description).toContain('press Retry');
		await kaiCalls.retry(call, first, options);
		expect(Math.max(...kaiCalls.timesRung())).toBe(1);
		expect(kaiCalls.timesRung().length).toBeGreaterThanOrEqual(ITEMS - IN_FLIGHT);
	});
});
