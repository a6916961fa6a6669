import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import type { IDataObject } from 'n8n-workflow';

import { outcomeOf } from '../trigger/kaiCallsStage';
import { reportOn, useEndedCalls } from './endedCalls';

const { stage, placedCall, endedCall, runsOf } = useEndedCalls();

const logged = jest.spyOn(Container.get(Logger), 'warn');

beforeEach(() => void logged.mockClear());

describe('a report of a call that has ended by the API starts a run', () => {
	it.each([
		['voicemail', 11, 'voicemail'],
		['Voicemail-Detected', null, 'voicemail'],
		['machine_detected', 4, 'voicemail'],
		['no-answer', null, 'noAnswer'],
		['NO_ANSWER', 0, 'noAnswer'],
		['Missed', null, 'noAnswer'],
		['busy', null, 'busy'],
		['Line Busy', null, 'busy'],
		['Completed', 64, 'talked'],
		['ENDED', 9, 'talked'],
		['canceled', null, 'failed'],
		['Failed', null, 'failed'],
		['timed-out', 0, 'failed'],
		['Disconnected', 30, 'talked'],
		['no pick up', null, 'noAnswer'],
		['not-completed', 0, 'failed'],
		// No word of an end, but a sign of it.
		['answered', 64, 'talked'],
		['wrapped_up', 30, 'talked'],
	])('with the status %s and %s seconds, as %s', async (apiStatus, duration, outcome) => {
		const callId = await endedCall({
			apiStatus,
			...(duration !== null && { duration }),
			status: duration === null ? 'failed' : 'completed',
			error: '',
		});
		expect(await runsOf(reportOn(callId))).toMatchObject([{ id: callId, status: apiStatus, outcome }]);
	});

	it('for all pairs of completed and failed', async () => {
		const mailbox = await endedCall({ duration: 9 });
		expect(
			await runsOf(reportOn(mailbox, { event: 'call.failed', status: 'failed', error: 'voicemail' })),
		).toMatchObject([
			{
				event: 'call.completed',
				status: 'completed',
				outcome: 'voicemail',
				reason: 'voicemail',
				reported: { reason: 'voicemail' },
			},
		]);
		const unsaid = await endedCall({ duration: 9 });
		expect(await runsOf(reportOn(unsaid, { event: 'call.failed', status: 'failed' }))).toMatchObject([
			{ status: 'completed', outcome: 'talked' },
		]);
		const failed = await endedCall({ status: 'failed' });
		expect(await runsOf(reportOn(failed))).toMatchObject([
			{ event: 'call.failed', status: 'failed', outcome: 'failed' },
		]);
	});

	it.each([
		'CALL.COMPLETED',
		'Call.Completed',
		'call_completed',
		'call-completed',
		'call completed ',
		'call.ended',
		'CallEnded',
	])('with any spelling of its event: %s', async (event) => {
		const callId = await endedCall({ duration: 9 });
		expect(await runsOf(reportOn(callId, { event }))).toMatchObject([{ event: 'call.completed', id: callId }]);
		expect(await runsOf(reportOn(callId))).toEqual([]);
	});

	it.each<[string, (callId: string) => IDataObject]>([
		['with blanks', (callId) => ({ event: 'call.completed', call_id: ` ${callId} ` })],
		['as callId', (callId) => ({ event: 'call.completed', callId })],
		['in data', (callId) => ({ event: 'call.completed', data: { call_id: callId } })],
		['in data, with the event', (callId) => ({ type: 'webhook', data: { event: 'call.completed', callId } })],
	])('with any name for the call’s ID: %s', async (_, body) => {
		const callId = await endedCall({ duration: 9 });
		expect(await runsOf({ body: JSON.stringify(body(callId)) })).toMatchObject([{ id: callId }]);
	});

	it.each(['completed', 'failed'] as const)('by the status of the API, if only call.%s is chosen', async (chosen) => {
		stage.parameters = { ...stage.parameters, callEvents: [`call.${chosen}`] };
		for (const event of ['call.completed', 'call.failed', 'call.ended']) {
			for (const status of ['completed', 'failed'] as const) {
				const callId = await endedCall({ status });
				expect(await runsOf(reportOn(callId, { event }))).toMatchObject(
					status === chosen ? [{ event: `call.${chosen}`, id: callId, status }] : [],
				);
			}
		}
		expect(logged).not.toHaveBeenCalled();
	});

	it('at any age, if it was not reported before, and with times without a zone', async () => {
		const [old] = stage.control.kaiCallsState().calls.filter(({ status }) => status === 'completed');
		expect(Date.parse(old?.created_at ?? '')).toBeLessThan(stage.vendorNow - 25 * 3_600_000);
		expect(await runsOf(reportOn(old?.id ?? ''))).toHaveLength(1);
		expect(await runsOf(reportOn(old?.id ?? ''))).toEqual([]);
		// "2026-03-04T15:20:00", without its zone.
		stage.control.configureKaiCalls({ utcSuffix: '' });
		expect(await runsOf(reportOn(await endedCall()))).toHaveLength(1);
	});

	it.each([0.8, 5, 12])('when the API does not know it for %s seconds', async (unknownSeconds) => {
		const callId = await placedCall();
		stage.control.configureKaiCalls({ unknownSeconds });
		await stage.control.completeCall({ callId });
		expect(await runsOf(reportOn(callId))).toHaveLength(1);
		expect(logged).not.toHaveBeenCalled();
	});

	it.each([0.5, 20, 300])(
		'when the API shows it as going on for %s seconds; the report is answered before',
		async (apiLagSeconds) => {
			const callId = await placedCall();
			stage.control.configureKaiCalls({ apiLagSeconds });
			await stage.control.completeCall({ callId });
			const statusesWhenAnswered: unknown[] = [];
			const onAnswer = () =>
				statusesWhenAnswered.push(stage.control.kaiCallsState().calls.find(({ id }) => id === callId)?.status);
			expect(await runsOf({ ...reportOn(callId), onAnswer })).toMatchObject([
				{ status: 'completed', outcome: 'talked' },
			]);
			if (apiLagSeconds >= 300) expect(statusesWhenAnswered).toEqual(['in-progress']);
		},
	);

	it.each(['Retry after 503', 'twice at once'])('once, though it comes again: %s', async (how) => {
		const callId = await placedCall();
		stage.control.configureKaiCalls({ apiLagSeconds: 30 });
		await stage.control.completeCall({ callId });
		const both =
			how === 'twice at once' ? [runsOf(reportOn(callId)), runsOf(reportOn(callId))] : [runsOf(reportOn(callId))];
		const runs = [...(await Promise.all(both)), await runsOf(reportOn(callId, { timestamp: 'later' }))];
		expect(runs.flat()).toHaveLength(1);
	});

	it('though the trigger gave up an early report, while the call went on', async () => {
		const callId = await placedCall();
		expect(await runsOf(reportOn(callId))).toEqual([]);
		await stage.control.completeCall({ callId, duration: 610 });
		expect(await runsOf(reportOn(callId))).toHaveLength(1);
	});

	it('though the trigger gave up a report, while the API did not know the call', async () => {
		const callId = await placedCall();
		stage.control.configureKaiCalls({ unknownSeconds: 300 });
		await stage.control.completeCall({ callId });
		expect(await runsOf(reportOn(callId))).toEqual([]);
		stage.control.configureKaiCalls({ unknownSeconds: 0 });
		expect(await runsOf(reportOn(callId))).toHaveLength(1);
	});

	it('also when the trigger is published again meanwhile', async () => {
		const callId = await placedCall();
		stage.control.configureKaiCalls({ apiLagSeconds: 60 });
		await stage.control.completeCall({ callId });
		const runs = runsOf(reportOn(callId));
		await stage.hook('delete');
		await stage.activate();
		expect(await runs).toHaveLength(1);
	});
});

describe('a report that starts no run leaves a trace', () => {
	it('of a call that the API does not know, and of one that goes on for ten minutes', async () => {
		expect(outcomeOf(await stage.call(reportOn('made-up')))).toEqual({ status: 200, runs: 0 });
		expect(logged).toHaveBeenCalledWith(expect.stringContaining('the API has no such call'), {
			callId: 'made-up',
		});
		const callId = await placedCall();
		expect(outcomeOf(await stage.call(reportOn(callId)))).toEqual({ status: 200, runs: 0 });
		expect(logged).toHaveBeenCalledWith(expect.stringContaining('the call has not ended'), { callId });
	});

	it.each([
		['no event', '{"call_id":"c1","status":"completed"}'],
		['an event that is no text', '{"event":["call.completed"],"call_id":"c1"}'],
		['no call', '{"event":"call.completed"}'],
		['an ID that is none', '{"event":"call.completed","call_id":"../c1"}'],
		['a list', '[{"event":"call.completed","call_id":"c1"}]'],
		['a form', 'event=call.completed&call_id=c1'],
	])('that cannot be understood: %s', async (_, body) => {
		expect(outcomeOf(await stage.call({ body }))).toEqual({ status: 200, runs: 0 });
		expect(logged).toHaveBeenCalledWith(expect.stringContaining('A report for KaiCalls Trigger started no run'));
		expect(stage.requests()).toEqual([]);
	});

	it('of a call whose ID is a number', async () => {
		expect(outcomeOf(await stage.call({ body: '{"event":"call.completed","call_id":12345}' }))).toEqual({
			status: 200,
			runs: 0,
		});
		expect(logged).toHaveBeenCalledWith(expect.stringContaining('the API has no such call'), { callId: '12345' });
	});

	it('of a call that cannot be read', async () => {
		stage.credential = { apiKey: 'kc_live_wrong' };
		const callId = await endedCall();
		expect(outcomeOf(await stage.call(reportOn(callId))).runs).toBe(0);
		expect(logged).toHaveBeenCalledWith(
			expect.stringContaining('could not read the call'),
			expect.objectContaining({ callId }),
		);
	});
});

describe('the content of a report', () => {
	const talk = {
		summary: 'Moved the visit to Friday.',
		recording_url: 'https://files.example/rec/c1.mp3',
		duration: 94,
	};

	it.each(['no_answer', 'busy', 'rejected', 'voicemail'])(
		'says why a call failed: %s, marked as reported',
		async (error) => {
			const outcome = { no_answer: 'noAnswer', busy: 'busy', rejected: 'failed', voicemail: 'voicemail' }[error];
			const callId = await endedCall({ status: 'failed', error });
			expect(await runsOf(reportOn(callId, { event: 'call.failed', status: 'failed', error }))).toMatchObject([
				{ status: 'failed', outcome, reason: error, reported: { reason: error } },
			]);
		},
	);

	it('fills fields that the API leaves empty, marked as reported', async () => {
		stage.control.configureKaiCalls({ processingSeconds: 86_400 });
		const callId = await endedCall({ duration: 90 });
		expect(await runsOf(reportOn(callId, talk))).toMatchObject([
			{
				summary: talk.summary,
				recording_url: talk.recording_url,
				duration: 90,
				reported: { summary: talk.summary, recording_url: talk.recording_url },
			},
		]);
	});

	it('cannot change the end of a talk that the API shows', async () => {
		const error = 'caller busy, call back at 5';
		const callId = await endedCall({ duration: 240 });
		expect(await runsOf(reportOn(callId, { error }))).toMatchObject([
			{ event: 'call.completed', outcome: 'talked', reason: error, reported: { reason: error } },
		]);
	});

	it('does not replace values of the API, and adds no other addresses than web addresses', async () => {
		const callId = await endedCall({ summary: 'By the API.' });
		const [item] = await runsOf(reportOn(callId, talk));
		expect(item).toMatchObject({ summary: 'By the API.' });
		expect(item).not.toHaveProperty('reported');
		stage.control.configureKaiCalls({ processingSeconds: 86_400 });
		const [other] = await runsOf(
			reportOn(await endedCall(), { summary: { a: 1 }, recording_url: 'file:///etc/passwd' }),
		);
		expect(other).toMatchObject({ summary: null, recording_url: null });
	});

	it('is not needed with Look Again For, which starts the run when the API has all values, or after its time', async () => {
		stage.parameters = { ...stage.parameters, options: { lookAgainFor: 300 } };
		stage.control.configureKaiCalls({ processingSeconds: 60 });
		const callId = await endedCall({ summary: 'By the API.' });
		const [item] = await runsOf(reportOn(callId));
		expect(item).toMatchObject({ summary: 'By the API.', recording_url: expect.stringContaining(callId) });
		stage.control.configureKaiCalls({ processingSeconds: 86_400 });
		expect(await runsOf(reportOn(await endedCall(), talk))).toMatchObject([{ summary: talk.summary, reported: {} }]);
		// A call without an answer gets no summary later.
		const reads = () => stage.requests().filter((request) => request.startsWith('GET /calls')).length;
		const failed = await endedCall({ status: 'failed' });
		const before = reads();
		await runsOf(reportOn(failed, { event: 'call.failed' }));
		expect(reads() - before).toBe(1);
	});

	it.each([-1, 601, 'soon'])(
		'a Look Again For of %p is refused when the workflow is published',
		async (lookAgainFor) => {
			stage.parameters = { ...stage.parameters, options: { lookAgainFor } };
			await expect(stage.activate()).rejects.toThrow('Look Again For');
		},
	);
});
