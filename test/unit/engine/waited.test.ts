import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { isAfterWait, noteWait } from '../../../nodes/shared/engine/waited';

const TURN = 1;
const inTurn = () => TURN;

const CARRIED = [{ id: 'call-1', outcome: 'timeLimit' }, { error: 'Not placed' }];
const ENDED = [{ id: 'call-1', outcome: 'ended' }, { error: 'Not placed' }];

/** A node, with what n8n keeps for it. */
function node() {
	const kept: IDataObject = {};
	return (executionId: string, items: IDataObject[] = []) => ({
		getContext: () => kept,
		getExecutionId: () => executionId,
		getInputData: () => items.map((json) => ({ json })),
	});
}

describe('a node that has let its execution wait', () => {
	it.each([
		['as it was carried', CARRIED],
		['with what was heard meanwhile', ENDED],
	])('knows in a Retry the data from its wait (%s), and in a Retry of that one', (_, items) => {
		const run = node();
		noteWait(run('1'), TURN, CARRIED);
		expect(isAfterWait(run('2', items), inTurn)).toBe(true);
		noteWait(run('1'), TURN, CARRIED);
		expect(isAfterWait(run('3', items), inTurn)).toBe(true);
	});

	it.each([
		['in the execution that has waited', '1'],
		['after the Retry has gone on with it', '2'],
	])('accepts items again that a loop returns (%s)', (_, executionId) => {
		const run = node();
		noteWait(run('1'), TURN, CARRIED);
		if (executionId === '2') isAfterWait(run('2', ENDED), inTurn);
		expect(isAfterWait(run(executionId, ENDED), inTurn)).toBe(false);
		expect(isAfterWait(run('3', ENDED), inTurn)).toBe(false);
	});

	it('accepts items again that a loop sends again in a later turn, in a Retry', () => {
		const run = node();
		noteWait(run('1'), TURN, CARRIED);
		expect(isAfterWait(run('2', ENDED), () => TURN + 1)).toBe(false);
	});

	it('accepts other items', () => {
		const run = node();
		noteWait(run('1'), TURN, CARRIED);
		expect(isAfterWait(run('2', [{ id: 'call-2' }, { error: 'Not placed' }]), inTurn)).toBe(false);
	});

	it('accepts all items if it has not waited', () => {
		expect(isAfterWait(node()('2', [{}]), inTurn)).toBe(false);
	});
});
