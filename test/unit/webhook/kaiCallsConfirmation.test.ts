import { describe, expect, it } from '@jest/globals';

import { confirms, type Report } from '../../../nodes/KaiCalls/trigger/confirmation';

const NOW = Date.parse('2026-03-04T15:22:00Z');
const CALL = { id: 'cl-500', status: 'completed', created_at: '2026-03-04T15:20:00Z' };
const report = (change: Partial<Report> = {}): Report => ({ event: 'call.completed', callId: 'cl-500', ...change });

describe('the API confirms', () => {
	it.each(['completed', 'ended'])('call.completed of a call that is %s', (status) => {
		expect(confirms({ ...CALL, status }, report(), NOW)).toBe(true);
		expect(confirms({ ...CALL, status }, report({ event: 'call.failed' }), NOW)).toBe(false);
	});

	it.each(['failed', 'no_answer', 'busy'])('call.failed of a call that is %s', (status) => {
		expect(confirms({ ...CALL, status }, report({ event: 'call.failed' }), NOW)).toBe(true);
		expect(confirms({ ...CALL, status }, report(), NOW)).toBe(false);
	});

	it.each(['queued', 'ringing', 'in-progress', 'in_progress', 'started', '', undefined, 7])('nothing of a call that is %p', (status) => {
		const call = { ...CALL, status };
		expect(confirms(call, report(), NOW)).toBe(false);
		expect(confirms(call, report({ event: 'call.failed' }), NOW)).toBe(false);
	});

	it('no other event', () => {
		expect(confirms(CALL, report({ event: 'call.ended' }), NOW)).toBe(false);
	});

	it('nothing of another call', () => {
		expect(confirms(CALL, report({ callId: 'cl-501' }), NOW)).toBe(false);
		expect(confirms({ ...CALL, id: undefined }, report(), NOW)).toBe(false);
	});

	it('nothing of a call placed more than a day ago; where its time cannot be read, the status decides', () => {
		expect(confirms({ ...CALL, created_at: '2026-03-03T15:23:00Z' }, report(), NOW)).toBe(true);
		expect(confirms({ ...CALL, created_at: '2026-03-03T15:21:00Z' }, report(), NOW)).toBe(false);
		expect(confirms({ ...CALL, created_at: 'yesterday' }, report(), NOW)).toBe(true);
		expect(confirms({ ...CALL, created_at: undefined }, report(), NOW)).toBe(true);
	});
});
