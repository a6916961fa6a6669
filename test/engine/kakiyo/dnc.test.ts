import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { bench, run, rows, sent, expectAllEndpointsReached } = useOperations('dnc');

const SEEDED = 120;
const url = (number: number) => `https://linkedin.com/in/quiet-person-${number}`;
const raw = (number: number) => `https://www.linkedin.com/in/Quiet-Person-${number}/?utm=x`;
const listed = () => bench.control.kakiyoState().dnc.map((entry) => entry.url);
const defined = { dataMode: 'defineBelow' };

describe('do not contact', () => {
	it('lists up to the limit', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(SEEDED);
		expect(await rows('getAll', { limit: 30 })).toHaveLength(30);
		expect(sent()).toEqual([
			{ to: 'GET /dnc', query: { limit: '100' } },
			{ to: 'GET /dnc', query: { limit: '100', offset: '99' } },
			{ to: 'GET /dnc', query: { limit: '30' } },
		]);
	});

	it('checks a person in any spelling of the address', async () => {
		const [found] = await rows('check', { url: 'www.linkedin.com/in/Do-Not-Contact-7/' });
		expect(found).toMatchObject({ onList: true, entry: { url: 'https://linkedin.com/in/do-not-contact-7' } });
		expect(await rows('check', { url: 'in/somebody-else' })).toEqual([
			{ url: 'https://linkedin.com/in/somebody-else', onList: false, entry: null },
		]);
		expect(sent()[0]?.query).toEqual({ url: 'https://linkedin.com/in/do-not-contact-7' });
	});

	it('adds many people in one request and tells each item its own result', async () => {
		const items = [{ url: raw(1) }, { url: 'https://linkedin.com/in/do-not-contact-3' }, { URL: raw(2) }];
		const added = await rows('add', {}, { items });
		expect(sent()).toEqual([
			{
				to: 'POST /dnc/batch',
				body: { entries: [{ url: url(1) }, { url: 'https://linkedin.com/in/do-not-contact-3' }, { url: url(2) }] },
			},
		]);
		expect(added.map(({ status }) => status)).toEqual(['added', 'alreadyThere', 'added']);
		expect(listed()).toEqual(expect.arrayContaining([url(1), url(2)]));
	});

	it('never sends more than 100 in one request', async () => {
		const items = Array.from({ length: 230 }, (_, number) => ({ url: raw(number) }));
		await rows('add', {}, { items });
		expect(sent()).toHaveLength(3);
		expect(listed()).toHaveLength(SEEDED + 230);
	});

	it('adds people again after no answer: a person on the list stays there once', async () => {
		bench.control.fail({ method: 'POST', path: '/dnc', kind: 'resetAfterHandler' });
		bench.control.fail({ method: 'POST', path: '/dnc/batch', kind: 'status', status: 502, afterHandler: true });
		expect(await rows('add', { ...defined, url: raw(1) })).toEqual([{ url: url(1), status: 'alreadyThere' }]);
		expect(await rows('add', {}, { items: [{ url: raw(2) }, { url: raw(3) }] })).toMatchObject([
			{ status: 'alreadyThere' },
			{ status: 'alreadyThere' },
		]);
		expect(listed()).toHaveLength(SEEDED + 3);
	});

	it('adds one person alone, and returns a known one as a result', async () => {
		const [added] = await rows('add', { ...defined, url: raw(1) });
		expect(added).toMatchObject({ url: url(1), status: 'added', entryId: expect.any(String) });
		expect(await rows('add', { ...defined, url: raw(1) })).toEqual([{ url: url(1), status: 'alreadyThere' }]);
		expect(sent()).toEqual([
			{ to: 'POST /dnc', body: { url: url(1) } },
			{ to: 'POST /dnc', body: { url: url(1) } },
		]);
	});

	it('reports a refused row on its own item only', async () => {
		bench.control.fail({
			method: 'POST',
			path: '/dnc/batch',
			kind: 'status',
			status: 201,
			body: {
				error: null,
				data: {
					details: [
						{ url: url(2), status: 'error', error: 'Profile is gone' },
						{ url: raw(1), status: 'added' },
					],
				},
			},
		});
		const { items } = await run(
			'add',
			{},
			{
				items: [1, 2, 3].map((number) => ({ url: raw(number) })),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(items[0]?.json).toMatchObject({ status: 'added' });
		expect(items[1]?.json).toMatchObject({ error: `Kakiyo did not put "${url(2)}" on the Do Not Contact list` });
		expect(items[2]?.json).toMatchObject({ details: { outcome: 'unknown' } });
	});

	it('names the row that is not a profile, and sends nothing', async () => {
		const { error } = await run('add', {}, { items: [{ url: raw(1) }, { url: 'https://linkedin.com/company/acme' }] });
		expect(error?.message).toContain(
			'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "https://linkedin.com/company/acme")',
		);
		expect(sent()).toEqual([]);
	});

	it('removes by entry ID', async () => {
		const { $id = '', url: known } = bench.control.kakiyoState().dnc[5] ?? {};
		expect(await rows('remove', { entryId: byId($id) })).toEqual([
			{ deleted: true, message: 'DNC entry deleted successfully', entryId: $id },
		]);
		expect(sent()).toEqual([{ to: `DELETE /dnc/${$id}` }]);
		expect(listed()).not.toContain(known);
	});

	it('removes by profile URL', async () => {
		const { $id, url: known = '' } = bench.control.kakiyoState().dnc[5] ?? {};
		await rows('remove', { entryId: { __rl: true, mode: 'url', value: `${known}/` } });
		expect(sent()).toEqual([{ to: 'GET /dnc/check', query: { url: known } }, { to: `DELETE /dnc/${$id}` }]);
		expect(listed()).not.toContain(known);
	});

	it('says so when the person is not on the list', async () => {
		const { error } = await run('remove', { entryId: { __rl: true, mode: 'url', value: raw(9) } });
		expect(error?.message).toBe(`"${url(9)}" is not on the Do Not Contact list`);
		const unknown = await run('remove', { entryId: byId('dnc_x') });
		expect(unknown.error?.message).toBe('Kakiyo has no Entry ID "dnc_x"');
	});

	const checks = (body: unknown) =>
		bench.control.fail({ method: 'GET', path: '/dnc/check', kind: 'status', status: 200, body });

	it.each([
		{ hello: 'world' },
		{ error: null, data: null },
		{ error: null, data: {} },
		{ error: 'internal_error', message: 'Down' },
		[],
	])('does not read "not on the list" from another answer: %j', async (body) => {
		checks(body);
		const { items, error } = await run('check', { url: raw(1) });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^Kakiyo (did not say|answered with an error)/);
		checks(body);
		const removal = await run('remove', { entryId: { __rl: true, mode: 'url', value: raw(1) } });
		expect(removal.error?.message).toMatch(/^Kakiyo (did not say|answered with an error)/);
		expect(sent().some(({ to }) => to.startsWith('DELETE'))).toBe(false);
	});

	it('reads the answer without its envelope', async () => {
		checks({ onList: false, entry: null });
		expect(await rows('check', { url: raw(1) })).toEqual([{ url: url(1), onList: false, entry: null }]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
