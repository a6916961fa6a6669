import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { placeIn, placeOf } from './endpoints';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('context');

const crm = () => bench.state.sources[0];
const id = () => crm()?.id ?? '';
const sourceId = () => byId(id());

describe('context', () => {
	it('creates a source with the filled-in fields', async () => {
		const additionalFields = {
			key: 'wiki',
			type: '',
			config: '{"url": "https://wiki.example"}',
			additionalBody: '{"owner": "ops"}',
		};
		await rows('createSource', { name: 'Wiki', additionalFields });
		expect(sent()).toEqual([
			{
				to: placeIn('context', 'createSource'),
				body: { name: 'Wiki', key: 'wiki', config: { url: 'https://wiki.example' }, owner: 'ops' },
			},
		]);
		expect(bench.state.sources.at(-1)).toMatchObject({ name: 'Wiki', owner: 'ops' });
	});

	it('lists and gets sources', async () => {
		expect(await rows('getSources', { returnAll: true })).toHaveLength(3);
		expect(await rows('getSource', { sourceId: sourceId() })).toMatchObject([{ key: 'crm' }]);
	});

	it('updates the filled-in fields and leaves the rest', async () => {
		await rows('updateSource', { sourceId: sourceId(), updateFields: { name: 'Customers', config: '{"a": 1}' } });
		expect(sent()).toEqual([
			{ to: placeIn('context', 'updateSource', { sourceId: id() }), body: { name: 'Customers', config: { a: 1 } } },
		]);
		expect(crm()).toMatchObject({ key: 'crm', name: 'Customers' });
	});

	it('does not wipe a config that was added and left alone', async () => {
		await rows('updateSource', { sourceId: sourceId(), updateFields: { name: 'Customers', config: '{}' } });
		expect(sent()[0]?.body).toEqual({ name: 'Customers' });
	});

	it('returns all passages', async () => {
		const body = { matches: [{ text: 'a' }], has_more: true, next_cursor: 'c2' };
		bench.control.fail({ ...placeOf('context', 'query'), kind: 'status', status: 200, body });
		expect(await rows('query', { query: 'refund', additionalFields: { sources: ['={{ $json.nothing }}'] } })).toEqual([
			body,
		]);
		expect(sent()[0]?.body).toEqual({ query: 'refund' });
	});

	it('refuses an update that changes nothing', async () => {
		const { error } = await run('updateSource', { sourceId: sourceId() });
		expect(error?.message).toBe('There is nothing to update');
		expect(sent()).toEqual([]);
	});

	it('ingests a text or the address of one', async () => {
		await rows('ingestDocument', {
			sourceId: sourceId(),
			title: 'Refunds',
			content: 'Five days.',
			additionalFields: { metadata: '{"lang": "en"}' },
		});
		await rows('ingestDocument', {
			sourceId: sourceId(),
			title: 'Page',
			documentFrom: 'url',
			url: 'https://example.com/refunds',
		});
		expect(sent().map(({ body }) => body)).toEqual([
			{ title: 'Refunds', content: 'Five days.', metadata: { lang: 'en' } },
			{ title: 'Page', url: 'https://example.com/refunds' },
		]);
		expect(await rows('getDocuments', { sourceId: sourceId(), returnAll: true })).toHaveLength(4);
	});

	it('finds passages', async () => {
		const [found] = await rows('query', { query: 'refund', additionalFields: { sources: ['handbook'], topK: 3 } });
		expect(sent()).toEqual([
			{ to: placeIn('context', 'query'), body: { query: 'refund', sources: ['handbook'], top_k: 3 } },
		]);
		expect(found).toMatchObject({ window_id: expect.any(String), matches: [{ title: 'Refunds' }] });
		expect(await rows('getWindow', { windowId: String(found?.window_id) })).toMatchObject([{ query: 'refund' }]);
	});

	it('repeats a query after a doubtful answer, because it only reads', async () => {
		bench.control.fail({ ...placeOf('context', 'query'), kind: 'status', status: 503 });
		expect(await rows('query', { query: 'refund' })).toHaveLength(1);
		expect(sent()).toHaveLength(2);
	});

	it('refreshes a source', async () => {
		const before = crm()?.refreshed_at;
		await rows('refreshSource', { sourceId: sourceId() });
		expect(sent()).toEqual([{ to: placeIn('context', 'refreshSource', { sourceId: id() }) }]);
		expect(crm()?.refreshed_at).not.toBe(before);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
