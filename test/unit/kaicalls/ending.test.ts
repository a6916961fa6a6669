import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { hasEnded } from '../../../nodes/KaiCalls/ending/end';
import { endedCall } from '../../../nodes/KaiCalls/ending/ending';

/** A status in one of the spellings that APIs have for it. */
const spelled = (words: string) =>
	fc.constantFrom('-', '_', ' ', '').chain((joint) => {
		const text = words.split(' ').join(joint);
		return fc.constantFrom(
			text,
			text.toUpperCase(),
			text.replace(/^./, (first) => first.toUpperCase()),
		);
	});

describe('whether a call is over', () => {
	it.each([
		'completed',
		'ended',
		'failed',
		'voicemail',
		'no answer',
		'busy',
		'canceled',
		'cancelled',
		'rejected',
		'missed',
		'call failed',
		'hang up',
		'timeout',
		'timed out',
		'disconnected',
		'terminated',
		'expired',
		'no pick up',
		'silence timed out',
		'unsuccessful',
		'not completed',
	])('%s is an end, in any spelling', (words) =>
		fc.assert(fc.property(spelled(words), (status) => expect(hasEnded({ status })).toBe(true))),
	);

	it.each(['queued', 'ringing', 'in progress', 'started', 'scheduled', 'forwarding'])(
		'%s is not an end, in any spelling and with any duration',
		(words) =>
			fc.assert(
				fc.property(spelled(words), fc.nat(), (status, duration) => expect(hasEnded({ status, duration })).toBe(false)),
			),
	);

	it.each(['initiated', 'answered', 'dialing', 'on hold', 'human not machine', 'no voicemail', ''])(
		'%p is an end only with other evidence',
		(status) => {
			for (const nothing of [
				{},
				{ duration: null },
				{ duration: 0 },
				{ ended_at: null },
				{ ended_at: '' },
				{ error: null },
				{ ended_reason: 'x' },
			]) {
				expect(hasEnded({ status, ...nothing })).toBe(false);
			}
			for (const sign of [
				{ duration: 12 },
				{ ended_at: '2026-03-04T15:22:00Z' },
				{ endedAt: 1_772_637_720 },
				{ ended_reason: 'customer-busy' },
				{ error: { code: 'no_answer' } },
			]) {
				expect(hasEnded({ status, ...sign })).toBe(true);
			}
		},
	);

	it('an end time ends any call, and an unknown status ends none', () => {
		expect(hasEnded({ status: 'in-progress', ended_at: '2026-03-04T15:22:00Z' })).toBe(true);
		for (const status of [undefined, null, 7, {}]) expect(hasEnded({ status } as never)).toBe(false);
	});
});

describe('how it ended', () => {
	it.each([
		[{ status: 'completed', duration: 64 }, {}, 'talked', null],
		[{ status: 'completed', ended_reason: 'voicemail' }, {}, 'voicemail', 'voicemail'],
		[{ status: 'ended', endedReason: 'customer-did-not-answer' }, {}, 'noAnswer', 'customer-did-not-answer'],
		[{ status: 'failed', error: 'busy' }, { error: 'no_answer' }, 'busy', 'busy'],
		[{ status: 'failed' }, { error: 'no_answer' }, 'noAnswer', 'no_answer'],
		[{ status: 'failed' }, { error: 'carrier_rejected' }, 'failed', 'carrier_rejected'],
		[{ status: 'answered', duration: 12 }, {}, 'talked', null],
		[{ status: 'answered', ended_at: '2026-03-04T15:22:00Z' }, {}, 'failed', null],
		[{ status: 'in-progress', duration: 12 }, { error: 'busy' }, null, null],
		...['unsuccessful', 'not-completed', 'Not Finished', 'call_not_successful', 'UNSUCCESSFUL'].map(
			(status) => [{ status, duration: 3 }, {}, 'failed', null] as const,
		),
		...['human-not-machine', 'no-voicemail', 'NoAnsweringMachine', 'without errors', 'run successful'].map(
			(status) => [{ status, duration: 64 }, {}, 'talked', null] as const,
		),
		...['no pick up', 'not-picked-up', 'nobody answered', 'no-answer-timeout', 'missed call'].map(
			(status) => [{ status }, {}, 'noAnswer', null] as const,
		),
		...['timeout', 'timed-out', 'disconnected', 'terminated', 'expired'].flatMap((status) => [
			[{ status, duration: 64 }, {}, 'talked', null] as const,
			[{ status, duration: 0 }, {}, 'failed', null] as const,
			[{ status, duration: 0 }, { error: 'no_answer' }, 'noAnswer', 'no_answer'] as const,
		]),
	])('%j with the report %j: %s, because of %s', (call, report, outcome, reason) => {
		expect(endedCall(call, report)).toMatchObject({ ...call, outcome, reason });
	});

	it.each([
		'missed appointment',
		'caller busy, call back at 5',
		'no_answer',
		'busy',
		'failed',
		'error: nobody answered the question',
	])(
		'a talk in the API stays a talk, though an unsigned report says %j; the item has the report’s words, marked as reported',
		(error) => {
			for (const status of ['completed', 'ended', 'wrapped-up', 'disconnected', 'human-not-machine']) {
				const call = { status, duration: 240 };
				expect(endedCall(call, { error })).toMatchObject({ outcome: 'talked', reported: { reason: error } });
				expect(endedCall(call, { error: 'voicemail' })).toMatchObject({ outcome: 'voicemail' });
			}
		},
	);

	it('a sentence gives the reason of a failure only if the API shows a failed call without a talk', () => {
		const error = 'The customer did not answer the telephone';
		expect(endedCall({ status: 'failed' }, { error })).toMatchObject({ outcome: 'noAnswer' });
		expect(endedCall({ status: 'failed', duration: 30 }, { error })).toMatchObject({ outcome: 'failed' });
		expect(endedCall({ status: 'completed' }, { error })).toMatchObject({ outcome: 'talked' });
		expect(
			endedCall({ status: 'completed', duration: 240, outcome: 'Will be busy on Friday, call later' }),
		).toMatchObject({ outcome: 'talked' });
		expect(endedCall({ status: 'failed' }, { error: 'missed appointment' })).toMatchObject({ outcome: 'failed' });
	});

	it('keeps all values of the API, for any report', () => {
		const records = fc.record({
			status: fc.constantFrom('completed', 'failed', 'ringing'),
			summary: fc.option(fc.string()),
			duration: fc.option(fc.nat()),
			error: fc.option(fc.string()),
		});
		fc.assert(
			fc.property(
				records,
				fc.dictionary(
					fc.constantFrom('summary', 'recording_url', 'duration', 'error', 'status', 'id', 'event'),
					fc.jsonValue(),
				),
				(call, report) => {
					const { outcome, reason, reported, ...rest } = endedCall(call, report as never);
					for (const [member, said] of Object.entries(call))
						if (said !== null && String(said).trim() !== '') expect(rest[member]).toEqual(said);
					expect(rest).not.toHaveProperty('event');
					expect(rest).not.toHaveProperty('id');
					for (const member of Object.keys((reported ?? {}) as object))
						expect(['summary', 'recording_url', 'duration', 'reason']).toContain(member);
					expect([null, 'talked', 'voicemail', 'noAnswer', 'busy', 'failed']).toContain(outcome);
					expect(reason === null || typeof reason === 'string').toBe(true);
				},
			),
		);
	});
});
