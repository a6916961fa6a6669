import { describe, expect, it } from '@jest/globals';

import { retryOnFail, useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('case', { only: ['delete'] });

const BULK = 'POST /cases/bulk_delete';
const caseIdToDelete = '={{ $json.id }}';
const itemsOf = (...ids: unknown[]) => ids.map((id) => ({ id: String(id) }));
const left = () => bench.state.cases.map(({ id }) => id);
const clientsLeft = () => bench.state.clients.map(({ id }) => id);
const isLeft = (id: number) => left().includes(id);
const continueOnFail = { onError: 'continueErrorOutput' } as const;
/** The IDs of each bulk request. */
const bulks = () => bench.requests('/cases/bulk_delete').map(({ body }): unknown => Object(body).ids);

describe('case: delete', () => {
	it('deletes a single case by its own address', async () => {
		expect(await rows('delete', { caseIdToDelete: '9001' })).toEqual([
			{ deleted: true, id: 9001, message: 'case deleted successfully' },
		]);
		expect(sent()).toEqual([{ to: 'DELETE /cases/9001' }]);
		expect(isLeft(9001)).toBe(false);
		expect(clientsLeft()).toContain(401);
	});

	it('deletes several in one request, and no client with them', async () => {
		const { items } = await run('delete', { caseIdToDelete }, { items: itemsOf(9001, 9002) });
		expect(sent()).toEqual([{ to: BULK, body: { ids: [9001, 9002], with_clients: false } }]);
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ deleted: true, id: 9001 }, { item: 0 }],
			[{ deleted: true, id: 9002 }, { item: 1 }],
		]);
		expect(clientsLeft()).toHaveLength(12);
	});

	it('deletes at most 500 in one request', async () => {
		const { cases } = bench.control.addKayseRecords({ cases: 600 });
		const { items, error } = await run('delete', { caseIdToDelete }, { items: itemsOf(...cases) });
		expect(error?.message).toBeUndefined();
		expect(bulks()).toEqual([cases.slice(0, 500), cases.slice(500)]);
		expect(items.map(({ json }) => json.id)).toEqual(cases);
		expect(left()).toHaveLength(9);
	}, 30_000);

	it('deletes the clients of a case who have no other one, also for a single case', async () => {
		await rows('delete', { caseIdToDelete: 9001, withClients: true });
		expect(sent()).toEqual([{ to: BULK, body: { ids: [9001], with_clients: true } }]);
		expect([401, 402, 403].map((id) => clientsLeft().includes(id))).toEqual([false, false, true]);
	});

	it('keeps the clients of items without that option', async () => {
		const items = [
			{ id: 9001, clients: true },
			{ id: 9002, clients: false },
			{ id: 9003, clients: true },
		];
		await rows('delete', { caseIdToDelete, withClients: '={{ $json.clients }}' }, { items });
		const byTarget = sent().sort((a, b) => a.to.localeCompare(b.to));
		expect(byTarget).toEqual([
			{ to: 'DELETE /cases/9002' },
			{ to: BULK, body: { ids: [9001, 9003], with_clients: true } },
		]);
		expect(clientsLeft()).toContain(404);
		expect(clientsLeft()).not.toContain(405);
	});

	it.each(['leftOut', 'refused'] as const)(
		'reports an unknown ID on its own item, and deletes the others (%s)',
		async (unknownInBulkDelete) => {
			bench.control.configureKayse({ unknownInBulkDelete });
			const { items, errors } = await run(
				'delete',
				{ caseIdToDelete },
				{ items: itemsOf(9001, 4711, 9002, 9003), settings: continueOnFail },
			);
			expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
				[9001, { item: 0 }],
				[9002, { item: 2 }],
				[9003, { item: 3 }],
			]);
			expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(errors[0]?.json.details).toMatchObject({ outcome: 'refused' });
			expect([9001, 9002, 9003].filter(isLeft)).toEqual([]);
		},
	);

	it('names an unknown ID', async () => {
		const one = await run('delete', { caseIdToDelete: '4711' });
		expect(one.error?.message).toBe('Kayse has no Case ID "4711"');
		const { error } = await run('delete', { caseIdToDelete }, { items: itemsOf(9001, 4711) });
		expect(error?.message).toBe('Kayse has no Case ID "4711" [item 1 of 2]');
		expect(error?.description).toContain('Done: item 0');
	});

	it.each<[string, string]>([
		['0', '"Case ID" must be an ID (got "0")'],
		['abc', '"Case ID" must be an ID (got "abc")'],
		['1.5', '"Case ID" must be an ID (got "1.5")'],
		['bulk_delete', '"Case ID" must be an ID (got "bulk_delete")'],
		['9001,9002', '"Case ID" must be an ID (got "9001,9002"): it is more than one ID'],
	])('in Continue mode leaves out "%s"; in Stop mode deletes nothing', async (bad, message) => {
		const items = itemsOf(9001, bad, 9002);
		const stopped = await run('delete', { caseIdToDelete }, { items });
		expect(stopped.error?.message).toBe(`${message} [item 1 of 3]`);
		expect(sent()).toEqual([]);
		const { items: output, errors } = await run('delete', { caseIdToDelete }, { items, settings: continueOnFail });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([[message, { item: 1 }]]);
		expect(bulks()).toEqual([[9001, 9002]]);
	});

	it('sends an ID that comes twice once', async () => {
		const output = await rows('delete', { caseIdToDelete }, { items: itemsOf(9001, 9002, 9001) });
		expect(bulks()).toEqual([[9001, 9002]]);
		expect(output[2]).toEqual({
			deleted: true,
			id: 9001,
			duplicateOfItem: 0,
			note: 'Not sent: it is the same as item 0',
		});
	});

	it('is done after a doubtful answer, when the cases are gone', async () => {
		bench.control.fail({ method: 'POST', path: '/cases/bulk_delete', kind: 'resetAfterHandler' });
		bench.control.fail({ method: 'DELETE', path: '/cases/9003', kind: 'resetAfterHandler' });
		expect(await rows('delete', { caseIdToDelete }, { items: itemsOf(9001, 9002) })).toMatchObject([
			{ deleted: true },
			{ deleted: true },
		]);
		expect(await rows('delete', { caseIdToDelete: 9003 })).toMatchObject([{ deleted: true }]);
		expect(sent()).toHaveLength(4);
		expect([9001, 9002, 9003].filter(isLeft)).toEqual([]);
	});

	it('with Retry On Fail sends only the cases again that were not deleted', async () => {
		const { error } = await run(
			'delete',
			{ caseIdToDelete },
			{ items: itemsOf(9001, 4711, 9002), settings: retryOnFail },
		);
		expect(error?.message).toBe('Kayse has no Case ID "4711" [item 1 of 3]');
		expect(sent().map(({ to }) => to)).toEqual([BULK, 'DELETE /cases/4711', 'DELETE /cases/4711']);
	});

	it('says so when the answer does not list the deleted cases', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/cases/bulk_delete',
			kind: 'status',
			status: 200,
			body: { message: 'ok' },
			afterHandler: true,
		});
		const { items } = await run(
			'delete',
			{ caseIdToDelete },
			{ items: itemsOf(9001, 9002), settings: { onError: 'continueRegularOutput' } },
		);
		expect(items.map(({ json }) => json.details)).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
		expect(sent()).toHaveLength(1);
	});

	it('reaches every endpoint of its part of the API', () => expectAllEndpointsReached());
});
