import { describe, expect, it } from '@jest/globals';
import { isOver, runIdIn } from '../../../nodes/Kairo/runs/outcome';

describe('a run', () => {
	it.each([
		['completed'], ['Succeeded'], ['SUCCESS'], ['done'], ['finished'], ['failed'], ['error'], ['cancelled'], ['canceled'],
		['timed_out'], ['timed-out'], ['timedOut'], ['timeout'], ['expired'], ['stopped'], ['aborted'],
	])('that is %s is over', (status) => {
		expect(isOver({ id: 'r', status })).toBe(true);
		expect(isOver({ data: { id: 'r', state: status } })).toBe(true);
	});

	it.each([['queued'], ['running'], ['in_progress'], ['pending'], ['not_completed'], [''], [null], [undefined], [3]])(
		'that is %s goes on',
		(status) => {
			expect(isOver({ id: 'r', status, completed_at: null })).toBe(false);
		},
	);

	it.each([['completed_at'], ['finished_at'], ['ended_at']])('that has %s is over with any status', (member) => {
		expect(isOver({ id: 'r', status: 'errored', [member]: '2026-01-15T10:30:00Z' })).toBe(true);
		expect(isOver({ id: 'r', status: 'running', [member]: '' })).toBe(false);
	});

	it.each([[undefined], [null], ['done'], [[]], [{}]])('is not over because of %j', (body) => {
		expect(isOver(body)).toBe(false);
	});

	it.each([
		[{ id: 'r1' }, 'r1'],
		[{ run_id: 7 }, '7'],
		[{ data: { id: 'r1' } }, 'r1'],
		[{ id: '' }, undefined],
		[{ id: {} }, undefined],
		[undefined, undefined],
	])('in %j has the ID %p', (body, id) => {
		expect(runIdIn(body)).toBe(id);
	});
});
