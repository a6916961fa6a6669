import { describe, expect, it } from '@jest/globals';
import { isOver, runIdIn } from '../../../nodes/Kairo/runs/outcome';

describe('a run', () => {
	it.each([
		['completed'],
		['Succeeded'],
		['SUCCESS'],
		['done'],
		['finished'],
		['failed'],
		['error'],
		['cancelled'],
		['canceled'],
		['complete'],
		['successful'],
		['ended'],
		['ok'],
		['errored'],
		['failure'],
		['incomplete'],
		['rejected'],
		['terminated'],
		['timed_out'],
		['timed-out'],
		['timedOut'],
		['timeout'],
		['expired'],
		['stopped'],
		['aborted'],
	])('that is %s has ended', (status) => {
		expect(isOver({ id: 'r', status })).toBe(true);
		expect(isOver({ data: { id: 'r', state: status } })).toBe(true);
	});

	it.each([['queued'], ['running'], ['in_progress'], ['pending'], ['not_completed'], [''], [null], [undefined], [3]])(
		'that is %s goes on',
		(status) => {
			expect(isOver({ id: 'r', status, completed_at: null })).toBe(false);
		},
	);

	it.each([['completed_at'], ['finished_at'], ['ended_at'], ['endedAt']])(
		'that has %s has ended with any status',
		(member) => {
			expect(isOver({ id: 'r', status: 'x', [member]: '2026-01-15T10:30:00Z' })).toBe(true);
			expect(isOver({ id: 'r', status: 'x', [member]: 1_768_473_000 })).toBe(true);
		},
	);

	it.each([
		[''],
		[null],
		[false],
		[true],
		[0],
		[-1],
		['0'],
		['0001-01-01T00:00:00Z'],
		['1970-01-01T00:00:00Z'],
		['soon'],
		[{}],
	])('that ended at %j goes on', (ended_at) => {
		expect(isOver({ id: 'r', status: 'running', ended_at })).toBe(false);
	});

	it.each([
		[{ run_id: 'r', status: 'completed', data: { answer: 'x' } }, true],
		[{ run_id: 'r', status: 'running', data: { status: 'completed' } }, false],
		[{ status: 'completed', data: { answer: 'x' } }, true],
		[{ status: 'completed', data: { id: 'r' } }, true],
		[{ status: 'success', data: { id: 'r', status: 'running' } }, false],
		[{ status: 'success', data: { id: 'r' } }, false],
		[{ status: 'running', data: {} }, false],
		[{ run: { id: 'r', status: 'done' } }, true],
		[{ run: { id: 'r', status: 'running' }, status: 'ok' }, false],
		[{ data: { run: { id: 'r', status: 'done' } } }, true],
	])('in %j has ended: %p', (body, over) => {
		expect(isOver(body)).toBe(over);
	});

	it.each([[undefined], [null], ['done'], [[]], [{}]])('has not ended because of %j', (body) => {
		expect(isOver(body)).toBe(false);
	});

	it.each([
		[{ id: 'r1' }, 'r1'],
		[{ run_id: 7 }, '7'],
		[{ data: { id: 'r1' } }, 'r1'],
		[{ run_id: 'r1', status: 'queued', data: { id: 'x' } }, 'r1'],
		[{ id: 'request', run_id: 'r1' }, 'r1'],
		[{ id: 'wf', run: { id: 'r1' } }, 'r1'],
		[{ status: 'completed', data: { id: 'r1' } }, 'r1'],
		[{ data: { run: { runId: 'r1' } } }, 'r1'],
		[{ id: '' }, undefined],
		[{ id: ' ' }, undefined],
		[{ id: {} }, undefined],
		[undefined, undefined],
	])('in %j has the ID %p', (body, id) => {
		expect(runIdIn(body)).toBe(id);
	});
});
