import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../nodes/shared/contract/failure';
import { rowsOutcome, type Outcome } from '../../../nodes/shared/contract/outcome';
import { ShownItems, type InputShown } from '../../../nodes/shared/run/shownItems';

const failure = (more: Partial<Failure> = {}): Outcome => ({
	failure: { kind: 'refused', message: 'It went wrong', description: 'Mend it.', ...more },
});

/** What items with these inputs and outcomes come out with. */
function shown(inputs: IDataObject[], outcomes: Outcome[], more: Partial<InputShown> = {}): IDataObject[][] {
	const rowsOf = new ShownItems({
		input: (index) => inputs[index] ?? {},
		isIncluded: () => true,
		timesIn: () => undefined,
		mayRead: () => false,
		failuresApart: false,
		...more,
	}).of(new Map(outcomes.entries()));
	return outcomes.map((_, index) => rowsOf(index).map(({ json }) => json));
}

const membersOf = (row: IDataObject | undefined) => Object.keys(row ?? {});

describe('the columns of a result', () => {
	it('begin with the person and the outcome, then the figures, and end with the IDs', () => {
		const [[row] = []] = shown(
			[{}],
			[
				rowsOutcome([
					{
						id: 'call-1',
						conversation_id: 'c',
						duration: 61,
						agent_name: 'Kai',
						status: 'completed',
						summary: 'Talked',
						to: '+12025550111',
						name: 'Jane',
						outcome: 'talked',
					},
				]),
			],
		);
		expect(membersOf(row)).toEqual([
			'name',
			'to',
			'outcome',
			'status',
			'duration',
			'agent_name',
			'summary',
			'id',
			'conversation_id',
		]);
	});

	it('are those of the vendor, unchanged, with any name', () => {
		const row = fc.dictionary(
			fc.oneof(
				fc.constantFrom('id', 'name', 'status', 'error', 'details', '__proto__', 'campaignId', '7'),
				fc.string(),
			),
			fc.jsonValue(),
		);
		fc.assert(
			fc.property(row, (json) => {
				const [[row = {}] = []] = shown([{}], [rowsOutcome([json as IDataObject])], { isIncluded: () => false });
				expect(new Map(Object.entries(row))).toEqual(new Map(Object.entries(json)));
			}),
		);
	});

	it('of a failure have the vendor’s status and code only when there are any', () => {
		const of = (outcome: Outcome) => shown([{}], [outcome])[0]?.[0];
		expect(of(failure({ status: 404, code: 'not_found' }))).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'refused', httpCode: '404', code: 'not_found' },
		});
		expect(of(failure({ kind: 'input' }))).toEqual({
			error: 'It went wrong',
			details: { description: 'Mend it.', outcome: 'input' },
		});
	});
});

describe('the input’s own columns', () => {
	const ann = { name: 'Ann Lee', Company: 'Acme', row_number: 2 };

	it('come out beside the result if the user wants them', () => {
		expect(shown([ann], [rowsOutcome([{ name: 'Ann Lee', status: 'added' }])])).toEqual([
			[{ ...ann, status: 'added' }],
		]);
		expect(shown([ann], [rowsOutcome([{ status: 'added' }])], { isIncluded: () => false })).toEqual([
			[{ status: 'added' }],
		]);
	});

	it('come out on every row of a list', () => {
		expect(shown([{ city: 'Austin' }], [rowsOutcome([{ n: 1 }, { n: 2 }])])).toEqual([
			[
				{ n: 1, city: 'Austin' },
				{ n: 2, city: 'Austin' },
			],
		]);
	});

	it('stay with a failed item, the person first, so that the next node knows the person', () => {
		const [[row] = []] = shown([ann], [failure()], { isIncluded: () => false });
		expect(row).toMatchObject({ ...ann, error: 'It went wrong' });
		expect(membersOf(row).slice(0, 2)).toEqual(['name', 'error']);
	});

	it('are left to n8n if failed items have an output of their own', () => {
		expect(membersOf(shown([ann], [failure()], { failuresApart: true })[0]?.[0])).toEqual(['error', 'details']);
	});

	it('stay with a held-back person, on either output', () => {
		expect(
			shown([ann], [failure({ kind: 'heldBack' })], { isIncluded: () => false, failuresApart: true }),
		).toMatchObject([[{ ...ann, outcome: 'heldBack' }]]);
	});

	it('come out as input_… if the result has the same name with another value, on every item of the run', () => {
		const inputs = [{ id: 7 }, { id: 8 }, { id: 9 }];
		expect(shown(inputs, [rowsOutcome([{ id: 'a' }]), rowsOutcome([{ id: 8 }]), failure()])).toMatchObject([
			[{ id: 'a', input_id: 7 }],
			[{ id: 8, input_id: 8 }],
			[{ error: 'It went wrong', input_id: 9 }],
		]);
	});

	it.each(['refused', 'heldBack'] as const)(
		'of an item that is %s do not show the result of an earlier run as one of this run',
		(kind) => {
			const before = { outcome: 'talked', importStatus: 'accepted', imported: true, status: 'added', id: 'a-1' };
			const [[row = {}] = []] = shown([{ ...ann, ...before }], [failure({ kind })], { isIncluded: () => false });
			expect(row).toMatchObject({
				...ann,
				input_outcome: 'talked',
				input_importStatus: 'accepted',
				input_imported: true,
				input_status: 'added',
				input_id: 'a-1',
			});
			for (const name of ['importStatus', 'imported', 'status', 'id']) expect(row).not.toHaveProperty(name);
			expect(row.outcome).toBe(kind === 'heldBack' ? kind : undefined);
		},
	);

	it('of a failed item keep their names where the node reads them, so that the item can be run again', () => {
		const mayRead = (_: number, column: string) => column === 'id';
		const [[row = {}] = [], [done = {}] = []] = shown(
			[
				{ id: 401, status: 'new' },
				{ id: 402, status: 'new' },
			],
			[failure(), rowsOutcome([{ city: 'Rome' }])],
			{ mayRead },
		);
		expect(row).toEqual({ error: 'It went wrong', details: expect.anything(), id: 401, input_status: 'new' });
		expect(done).toEqual({ city: 'Rome', id: 402, status: 'new', input_status: 'new' });
	});

	it('never show an earlier node’s error as one of this node', () => {
		expect(shown([{ error: 'of before' }], [rowsOutcome([{ n: 1 }])])).toEqual([[{ n: 1, input_error: 'of before' }]]);
		expect(shown([{ error: 'of before' }], [failure()])[0]?.[0]).toMatchObject({
			error: 'It went wrong',
			input_error: 'of before',
		});
	});

	it('are never lost, and remove nothing from the result', () => {
		const members = fc.dictionary(
			fc.constantFrom('id', 'name', 'input_id', 'input_input_id', 'error', 'x'),
			fc.integer(),
		);
		fc.assert(
			fc.property(members, members, (input, json) => {
				const row = shown([input], [rowsOutcome([json])])[0]?.[0] ?? {};
				expect(row).toMatchObject(json);
				for (const [name, value] of Object.entries(input))
					expect([
						row[name],
						...Object.entries(row).flatMap(([of, brought]) => (/^(?:input_)+/.test(of) ? [brought] : [])),
					]).toContain(value);
			}),
		);
	});
});
