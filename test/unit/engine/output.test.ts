import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { FAILURE_KINDS, type Failure } from '../../../nodes/shared/contract/failure';
import type { Outcome } from '../../../nodes/shared/contract/outcome';
import { errorOutputItem, failureError, itemOf } from '../../../nodes/shared/engine/output';
import { quotaMember } from '../../../nodes/shared/engine/quota';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { failureRow } from '../../../nodes/shared/run/failureRow';
import { RunMeter } from '../../../nodes/shared/run/meter';

const node: INode = { id: 'n', name: 'Acme', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };
const failure = (kind: Failure['kind'], more: Partial<Failure> = {}): Failure => ({
	kind,
	message: 'It went wrong',
	description: 'Mend it.',
	...more,
});

/** As it comes out for the error output. */
const failedItem = (failed: Failure, item: number): INodeExecutionData =>
	itemOf({ json: failureRow(failed) }, item, undefined);

const finished = (outcomes: Outcome[]): FinishedRun => ({
	outcomes: new Map(outcomes.entries()),
	total: outcomes.length,
	includeQuota: new Set(),
	quota: undefined,
	unusedColumns: [],
	meter: new RunMeter({ now: () => 0 }),
	recalled: new Set(),
	reachesPerson: false,
	unusualContacts: 0,
	hasSentOnce: false,
	fillsStore: false,
	blank: new Set(),
	settings: { stopOnFailure: true, isTool: false, failuresApart: false, includesInput: false, isSubWorkflow: false },
	rowsOf: () => [],
});

describe('items', () => {
	it('point to the item they come from', () => {
		expect(itemOf({ json: { a: 1 } }, 4, undefined)).toEqual({ json: { a: 1 }, pairedItem: { item: 4 } });
	});

	it('keep all members of the vendor, with any name, beside the quota', () => {
		const names = fc.constantFrom('quota', 'remainingRequests', 'id');
		fc.assert(
			fc.property(fc.dictionary(fc.oneof(names, fc.string()), fc.integer()), (json) => {
				const shown = itemOf({ json }, 0, quotaMember({ remaining: 5, resetAt: 0 })).json;
				expect(shown).toMatchObject(json);
				if (!('remainingRequests' in json)) expect(shown.remainingRequests).toMatchObject({ remaining: 5 });
			}),
		);
	});
});

/** How n8n up to 2.34.5 tells a failed item (n8n-core: workflow-execute.js, handleNodeErrorOutput). */
function isFailedForOldN8n({ json, error }: INodeExecutionData): boolean {
	const members = Object.keys(json).length;
	return Boolean(error) || (Boolean(json.error) && (members === 1 || (Boolean(json.message) && members === 2)));
}

/** And newer ones. */
const isFailed = ({ json, error }: INodeExecutionData): boolean =>
	Boolean(error) ||
	(Boolean(json.error) && Object.keys(json).every((key) => ['error', 'message', 'details'].includes(key)));

describe('the error output', () => {
	const failures = fc.record({
		kind: fc.constantFrom(...FAILURE_KINDS),
		message: fc.string(),
		description: fc.string(),
		status: fc.option(fc.integer({ min: 400, max: 599 }), { nil: undefined }),
		code: fc.option(fc.string(), { nil: undefined }),
	});

	it('gets every failed item, in every n8n', () => {
		fc.assert(
			fc.property(failures, (any) => {
				const item = errorOutputItem(node, any, failedItem(any, 3), 3);
				expect(isFailedForOldN8n(item)).toBe(true);
				expect(item.pairedItem).toEqual({ item: 3 });
			}),
		);
		expect(
			isFailed(
				JSON.parse(JSON.stringify(errorOutputItem(node, failure('refused'), failedItem(failure('refused'), 0), 0))),
			),
		).toBe(true);
	});

	it('gets all that is known of the failure: the item has no error with which n8n would replace the data', () => {
		fc.assert(
			fc.property(failures, (any) => {
				const item = failedItem(any, 0);
				expect({ ...errorOutputItem(node, any, item, 0) }).toStrictEqual(item);
			}),
		);
	});
});

describe('the error that stops the workflow', () => {
	it('keeps the pack’s sentences and names the item', () => {
		const unreachable = failure('unavailable', { message: 'No route: ECONNREFUSED', status: 503 });
		const error = failureError(node, unreachable, 1, finished([{ rows: [] }, { failure: unreachable }]));
		expect(error.message).toContain('No route: ECONNREFUSED');
		expect(error.message).toContain('[item 1 of 2]');
		expect(error.description).toContain('Mend it.');
		expect(error.description).toContain('Done: item 0');
		expect(error.httpCode).toBe('503');
		expect(error.context.itemIndex).toBe(1);
	});

	it('counts the item once, also if its message mentions items', () => {
		const words = fc.constantFrom(
			'It went wrong',
			'Item 3 has the same ID',
			'Same as item 0: it went wrong',
			'item 7, email: is required',
			'No route: ECONNRESET',
		);
		fc.assert(
			fc.property(words, fc.integer({ min: 2, max: 200 }), fc.nat(), (message, total, any) => {
				const [item, failed] = [any % total, failure('refused', { message })];
				const outcomes = Array.from({ length: total }, (_, index): Outcome =>
					index === item ? { failure: failed } : { rows: [] },
				);
				const error = failureError(node, failed, item, finished(outcomes));
				expect(error.message).toBe(`${message} [item ${item} of ${total}]`);
				expect(error.description).toContain(`Not done: item ${item}.`);
			}),
		);
	});

	it('lists the first few items, and all of them where workflows look', () => {
		const outcomes = Array.from({ length: 20 }, (_, index): Outcome =>
			index % 2 ? { failure: failure('refused') } : { rows: [] },
		);
		const error = failureError(node, failure('refused'), 1, finished(outcomes));
		expect(error.description).toContain(
			'Done: item 0, 2, 4, 6, 8 and 5 more. Not done: item 1, 3, 5, 7, 9 and 5 more.',
		);
		expect(error.context.items).toBe(
			'Done: item 0, 2, 4, 6, 8, 10, 12, 14, 16, 18. Not done: item 1, 3, 5, 7, 9, 11, 13, 15, 17, 19.',
		);
	});

	it('does not count items when there is one', () => {
		const error = failureError(node, failure('refused'), 0, finished([{ failure: failure('refused') }]));
		expect(error.message).toBe('It went wrong');
		expect(error.description).toBe('Mend it.');
	});
});
