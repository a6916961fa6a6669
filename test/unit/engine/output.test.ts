import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { Failure } from '../../../nodes/shared/contract/failure';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import { failureError, failureItem, successItem } from '../../../nodes/shared/engine/output';
import { quotaMember } from '../../../nodes/shared/engine/quota';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { RunMeter } from '../../../nodes/shared/run/meter';

const node: INode = { id: 'n', name: 'Acme', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };
const failure = (kind: Failure['kind'], more: Partial<Failure> = {}): Failure => ({
	kind,
	message: 'It went wrong',
	description: 'Mend it.',
	...more,
});

const finished = (outcomes: Outcome[]): FinishedRun => ({
	outcomes: new Map(outcomes.entries()),
	total: outcomes.length,
	includeQuota: new Set(),
	quota: undefined,
	meter: new RunMeter({ now: () => 0 }),
	recalled: new Set(),
	hasSentOnce: false,
	fillsStore: false,
	blank: new Set(),
	settings: { stopOnFailure: true, isTool: false, isSubWorkflow: false },
});

describe('items', () => {
	it('point to the item they come from, successes and failures alike', () => {
		expect(successItem({ json: { a: 1 } }, 4, undefined)).toEqual({ json: { a: 1 }, pairedItem: { item: 4 } });
		expect(failureItem(failure('refused'), 4).pairedItem).toEqual({ item: 4 });
	});

	it('keep all that the vendor sent, whatever it is called, beside the quota', () => {
		const names = fc.constantFrom('quota', 'remainingRequests', 'id');
		fc.assert(
			fc.property(fc.dictionary(fc.oneof(names, fc.string()), fc.integer()), (json) => {
				const told = successItem({ json }, 0, quotaMember({ remaining: 5, resetAt: 0 })).json;
				expect(told).toMatchObject(json);
				if (!('remainingRequests' in json)) expect(told.remainingRequests).toMatchObject({ remaining: 5 });
			}),
		);
	});

	it('tell a failure as data, with status and code only when there are any', () => {
		expect(failureItem(failure('refused', { status: 404, code: 'not_found' }), 0).json).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'refused', httpCode: '404', code: 'not_found' },
		});
		expect(failureItem(failure('input'), 0).json).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'input' },
		});
	});
});

describe('the error that stops the workflow', () => {
	it('keeps our sentences and names the item', () => {
		const unreachable = failure('unavailable', { message: 'No route: ECONNREFUSED', status: 503 });
		const error = failureError(node, unreachable, 1, finished([{ rows: [] }, { failure: unreachable }]));
		expect(error.message).toContain('No route: ECONNREFUSED');
		expect(error.message).toContain('Item 1');
		expect(error.description).toContain('Mend it.');
		expect(error.description).toContain('Done: item 0');
		expect(error.httpCode).toBe('503');
		expect(error.context.itemIndex).toBe(1);
	});

	it('does not count items when there is one', () => {
		const error = failureError(node, failure('refused'), 0, finished([{ failure: failure('refused') }]));
		expect(error.message).toBe('It went wrong');
		expect(error.description).toBe('Mend it.');
	});
});
