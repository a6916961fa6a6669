import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import type { NodeRun } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { WaitingN8n } from '../waitingN8n';
import { until } from '../../support/eventually';

const bench = useKaiCallsBench();

let n8n: WaitingN8n;

beforeEach(async () => {
	n8n = await new WaitingN8n().start();
	bench.control.configureKaiCalls({ endsAfterSeconds: 10_000_000, ringsAfterSeconds: 0, answersAfterSeconds: 0 });
});

afterEach(async () => await n8n.stop());

const JANE = '+12025550123';

const createAndWait = (rest: INodeParameters = {}) => ({
	resource: 'call',
	operation: 'createAndWait',
	agentId: byId(bench.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
	timeLimit: 1_000_000,
	...rest,
});

const waitFor = async (rest: INodeParameters = {}) =>
	await n8n.run(bench.nodeRun(createAndWait(rest), { items: [{ phone: JANE }] }));

const placed = () => bench.state.calls.find(({ webhook_url }) => webhook_url !== null)?.id ?? '';

const get = async (rest: INodeParameters = {}) =>
	(await bench.run({ resource: 'call', operation: 'get', callId: byId(placed()), ...rest })).items.map(
		({ json }) => json,
	);

describe('a call that goes on', () => {
	it.each(['initiated', 'In-Progress', 'IN PROGRESS', 'answered', 'Ringing', 'pending', 'speaking'])(
		'by its status %s keeps the node waiting',
		async (inProgressStatus) => {
			bench.control.configureKaiCalls({ inProgressStatus });
			expect((await waitFor()).run.status).toBe('waiting');
			expect(await get()).toMatchObject([{ status: inProgressStatus, outcome: null, reason: null }]);
			// A made-up report: the call has not ended.
			const [call] = bench.state.calls.filter(({ id }) => id === placed());
			await fetch(call?.webhook_url ?? '', {
				method: 'POST',
				body: JSON.stringify({ event: 'call.completed', call_id: placed() }),
			});
			await until(() => bench.requests('/calls').length >= 5);
			expect(n8n.rows).toBeUndefined();
			await bench.control.completeCall({ callId: placed(), duration: 30 });
			await until(() => n8n.rows !== undefined);
			expect(n8n.rows).toMatchObject([{ outcome: 'talked', duration: 30 }]);
		},
	);

	it('keeps the node waiting as long as the time limit says', async () => {
		expect((await waitFor({ timeLimit: 5, simplify: false, options: { lookAgainFor: 1 } })).run.status).toBe('waiting');
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ to: JANE, status: 'unknown', outcome: 'timeLimit' }]);
		// Internal members of the row do not appear in the result.
		expect(Object.keys(n8n.rows?.[0] ?? {})).not.toEqual(expect.arrayContaining(['isRaw']));
		expect(Object.keys(n8n.rows?.[0] ?? {})).not.toEqual(expect.arrayContaining(['lookAgainFor']));
	});
});

describe('the called person', () => {
	// Of a first Create and Wait, say: a table that has been through one.
	const lead = { phone: JANE, Company: 'Acme', id: 'row-7', outcome: 'talked before', summary: 'Of the table' };
	const withoutNumber = { phone: 'no number', Company: 'Umbrella', id: 'row-8', outcome: 'timeLimit' };

	it('comes first when the call has ended, and the columns of the row come out again if the user wants that', async () => {
		const parameters = createAndWait({ options: { includeInput: true }, personName: 'Jane' });
		await n8n.run(
			bench.nodeRun(parameters, { items: [lead, withoutNumber], settings: { onError: 'continueRegularOutput' } }),
		);
		await bench.control.completeCall({ callId: placed(), summary: 'Wants a demo.' });
		await until(() => n8n.rows !== undefined);
		const [talked = {}, failed = {}] = n8n.rows ?? [];
		expect(Object.keys(talked).slice(0, 4)).toEqual(['name', 'to', 'phone', 'outcome']);
		expect(talked).toMatchObject({
			name: 'Jane',
			to: JANE,
			outcome: 'talked',
			id: placed(),
			Company: 'Acme',
			input_id: 'row-7',
			input_outcome: 'talked before',
			input_summary: 'Of the table',
		});
		expect(failed).toMatchObject({
			phone: 'no number',
			Company: 'Umbrella',
			error: expect.stringContaining('Phone Number'),
		});
	});

	it.each([true, false])('comes without columns of the row, with Simplify %p', async (simplify) => {
		await n8n.run(bench.nodeRun(createAndWait({ simplify }), { items: [lead] }));
		await bench.control.completeCall({ callId: placed() });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toEqual([expect.objectContaining({ to: JANE, outcome: 'talked', id: placed() })]);
		expect(n8n.rows?.[0]).not.toHaveProperty('Company');
		expect(n8n.rows?.[0]).not.toHaveProperty('isRaw');
	});

	it('has its times in the zone of the workflow', async () => {
		await waitFor();
		await bench.control.completeCall({ callId: placed() });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows?.[0]?.created_at).toMatch(/[+-]\d\d:\d\d$/);
	});
});

describe('a person who could not be called, after the wait for the others', () => {
	const jane = { phone: JANE, Company: 'Acme' };
	const withoutNumber = { phone: 'no number', Company: 'Umbrella', row_number: 7 };
	const ENDS: Array<[string, () => Promise<void>]> = [
		[
			'when the calls have ended',
			async () => {
				await bench.control.completeCall({ callId: placed() });
				await until(() => n8n.rows !== undefined);
			},
		],
		['when the time is over', async () => {}],
	];
	const outputs = async (onError: NodeRun['settings'], end: () => Promise<void>) => {
		await n8n.run(bench.nodeRun(createAndWait(), { items: [withoutNumber, jane], settings: onError }));
		await end();
		const { items, errors, error } = await n8n.outputs();
		expect(error).toBeUndefined();
		return { items, errors };
	};

	it.each(ENDS)('leaves by the error output with the own columns: %s', async (_, end) => {
		const { items, errors } = await outputs({ onError: 'continueErrorOutput' }, end);
		expect(items).toMatchObject([{ json: { to: JANE }, pairedItem: { item: 1 } }]);
		expect(errors).toMatchObject([
			{ json: { ...withoutNumber, error: expect.stringContaining('Phone Number') }, pairedItem: { item: 0 } },
		]);
	});

	it.each(ENDS)('stays beside the others with the own columns, with On Error = Continue: %s', async (_, end) => {
		const { items, errors } = await outputs({ onError: 'continueRegularOutput' }, end);
		expect(errors).toEqual([]);
		expect(items).toMatchObject([
			{ json: { ...withoutNumber, error: expect.stringContaining('Phone Number') }, pairedItem: { item: 0 } },
			{ json: { to: JANE }, pairedItem: { item: 1 } },
		]);
	});
});

describe('the end of a call', () => {
	it.each([
		[
			{ status: 'completed' as const, apiStatus: 'Voicemail', duration: 11 },
			{ outcome: 'voicemail', status: 'Voicemail' },
		],
		[
			{ status: 'completed' as const, duration: 64 },
			{ outcome: 'talked', status: 'completed' },
		],
		[
			{ status: 'failed' as const, apiStatus: 'no-answer' },
			{ outcome: 'noAnswer', status: 'no-answer' },
		],
		[
			{ status: 'failed' as const, error: 'busy' },
			{ outcome: 'busy', status: 'failed', reason: 'busy', reported: { reason: 'busy' } },
		],
		[
			{ status: 'failed' as const, error: 'no_answer' },
			{ outcome: 'noAnswer', status: 'failed', reason: 'no_answer', reported: { reason: 'no_answer' } },
		],
		[
			{ status: 'failed' as const, error: 'carrier_rejected' },
			{ outcome: 'failed', status: 'failed', reason: 'carrier_rejected' },
		],
	])('reaches the item: %j', async (completion, row) => {
		await waitFor();
		await bench.control.completeCall({ callId: placed(), ...completion });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([row]);
	});

	it.each([true, false])('is in the same words in Get, with Simplify %p', async (simplify) => {
		await waitFor();
		bench.control.configureKaiCalls({ callback: 'never' });
		await bench.control.completeCall({ callId: placed(), status: 'failed', apiStatus: 'BUSY' });
		expect(await get({ simplify })).toMatchObject([{ status: 'BUSY', outcome: 'busy', reason: null }]);
	});

	it.each([
		['lags ten seconds behind its report', { apiLagSeconds: 10 }],
		['does not know the call for three seconds', { unknownSeconds: 3 }],
	])('is found when the API %s', async (_, fault) => {
		await waitFor();
		const callId = placed();
		bench.control.configureKaiCalls(fault);
		await bench.control.completeCall({ callId });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ id: callId, outcome: 'talked' }]);
		expect(n8n.answers).toEqual([200]);
	});

	it('comes from its own report, although the node reads both calls before because of another report', async () => {
		await n8n.run(bench.nodeRun(createAndWait(), { items: [{ phone: JANE }, { phone: '+12025550124' }] }));
		bench.control.configureKaiCalls({ callback: 'never' });
		const [first = '', second = ''] = bench.state.calls.flatMap(({ id, webhook_url }) =>
			webhook_url === null ? [] : [id],
		);
		await bench.control.completeCall({ callId: first, status: 'failed', error: 'no_answer' });
		await bench.control.completeCall({ callId: second, status: 'failed', error: 'busy' });
		const looksAtSecond = () =>
			bench.requests('/calls').filter(({ query, status }) => JSON.stringify(query).includes(second) && status === 200)
				.length;
		const before = looksAtSecond();
		await bench.control.deliverCallback({ callId: first });
		await until(() => looksAtSecond() > before);
		await bench.control.deliverCallback({ callId: second });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([{ outcome: 'noAnswer' }, { outcome: 'busy', reported: { reason: 'busy' } }]);
	});

	it('keeps the summary and the recording of the report, though the report came twice', async () => {
		await waitFor();
		bench.control.configureKaiCalls({ processingSeconds: 86_400, callbackTimes: 2 });
		await bench.control.completeCall({ callId: placed(), summary: 'Moved the visit to Friday.' });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([
			{
				summary: 'Moved the visit to Friday.',
				recording_url: expect.stringContaining(placed()),
				reported: { summary: 'Moved the visit to Friday.', recording_url: expect.stringContaining(placed()) },
			},
		]);
	});

	it('is read again for summary and recording with Look Again For, as long as the option says', async () => {
		await waitFor({ options: { lookAgainFor: 300 } });
		bench.control.configureKaiCalls({ processingSeconds: 60, callback: 'never' });
		const callId = placed();
		await bench.control.completeCall({ callId, summary: 'By the API.' });
		bench.control.configureKaiCalls({ callback: 'afterEnd' });
		await bench.control.deliverCallback({ callId, data: { summary: null, recording_url: null } });
		await until(() => n8n.rows !== undefined);
		expect(n8n.rows).toMatchObject([
			{ id: callId, outcome: 'talked', summary: 'By the API.', recording_url: expect.stringContaining(callId) },
		]);
		expect(n8n.rows?.[0]).not.toHaveProperty('reported');
	});

	it.each([-1, 601])('needs a Look Again For within its range: with %i no phone rings', async (lookAgainFor) => {
		expect((await waitFor({ options: { lookAgainFor } })).error?.message).toContain('Look Again For');
		expect(bench.timesRung()).toEqual([]);
	});
});
