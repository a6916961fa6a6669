import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, firstList, lindqvistCase, novakCase, refusalOf, reyesCase } from './kayse';
import { useSandbox } from './useSandbox';

const rows = z.array(z.object({ id: z.number(), name: z.string(), case_count: z.number() }).passthrough());
const pageSchema = z.object({ data: rows, page: z.number(), total: z.number() }).strict();

describe('case lists of Kayse', () => {
	const sandbox = useSandbox();

	const listed = async (query = '') => pageSchema.parse((await ask(sandbox, `GET /case_lists${query}`)).body);
	const create = async (fields: Record<string, unknown>) =>
		await ask(sandbox, 'POST /case_lists', { name: 'New', ...fields });
	const members = (id: number) => sandbox.control.kayseState().caseLists.find((list) => list.id === id)?.case_ids;

	it('pages 25 at a time, up to 100', async () => {
		const first = await listed();
		const second = await listed('?page=2');
		expect([first.data.length, second.data.length, first.total, second.page]).toEqual([25, 9, 34, 2]);
		expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(34);
		expect((await listed('?page_size=100')).data).toHaveLength(34);
		expect((await listed('?page_size=10&page=4')).data.map(({ id }) => id)).toEqual([531, 532, 533, 534]);
		expect((await listed('?page=3')).data).toEqual([]);
		const shown = {
			id: firstList,
			name: 'Mass Tort Prospects 01',
			description: 'Wave 1',
			case_count: 2,
			origin: 'public_api',
			update_origin: null,
		};
		expect(first.data[0]).toEqual(shown);
	});

	it('searches names in any case and hides empty lists', async () => {
		const found = await listed('?key=mass+TORT');
		expect([found.total, new Set(found.data.map(({ name }) => name.slice(0, 9)))]).toEqual([9, new Set(['Mass Tort'])]);
		const filled = await listed('?hide_empty=true&page_size=100');
		expect(filled.data.every(({ case_count }) => case_count > 0)).toBe(true);
		expect(filled.total).toBeGreaterThan(5);
		expect(filled.total).toBeLessThan(34);
		expect((await listed('?hide_empty=false')).total).toBe(34);
	});

	it.each(['?page_size=101', '?page=0', '?page=x', '?hide_empty=yes', '?search=mass'])('refuses %s', async (query) => {
		expect(refusalOf(await ask(sandbox, `GET /case_lists${query}`))[0]).toBe(400);
	});

	it('answers in the shape that is set', async () => {
		sandbox.control.configureKayse({ listShape: 'bare' });
		expect(rows.parse((await ask(sandbox, 'GET /case_lists')).body)).toHaveLength(25);
		sandbox.control.configureKayse({ listShape: 'lists' });
		expect((await ask(sandbox, 'GET /case_lists?page=2')).body).toMatchObject({
			lists: expect.any(Array),
			page: 2,
			total: 34,
		});
	});

	it('fills a list by filter and overrides', async () => {
		const { caseTypes, statuses } = sandbox.control.kayseState();
		const filter = { case_type_ids: [caseTypes.civil, caseTypes['mass tort']], status_ids: [statuses.active] };
		const created = await create({ filter, include_ids: [9008], exclude_ids: [lindqvistCase] });
		const shown = { id: 535, name: 'New', description: null, case_count: 3, origin: 'public_api', update_origin: null };
		expect(created.body).toEqual(shown);
		expect(members(535)).toEqual([reyesCase, novakCase, 9008]);
		await create({ filter: {} });
		sandbox.control.configureKayse({ emptyFilter: 'noCase' });
		await create({ filter: {}, include_ids: [9008] });
		await create({});
		expect([members(536)?.length, members(537), members(538)]).toEqual([9, [9008], []]);
	});

	it('passes the flag is_obo on to the members', async () => {
		const { statuses } = sandbox.control.kayseState();
		await create({ filter: { status_ids: [statuses.active] } });
		const obo = () => sandbox.control.kayseState().cases.map(({ is_obo }) => is_obo);
		expect(obo().slice(0, 4)).toEqual([false, true, null, null]);
		await create({ filter: { status_ids: [statuses.active] }, is_obo: true });
		expect(obo().slice(0, 5)).toEqual([true, true, null, true, null]);
		await create({ filter: { status_ids: [statuses.active] }, is_obo: false });
		expect(obo().slice(0, 5)).toEqual([false, false, null, false, null]);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ name: '' }, 'name: is required'],
		[{ include_ids: [9001] }, 'include_ids: requires filter to be present'],
		[{ exclude_ids: [], filter: null }, 'exclude_ids: requires filter to be present'],
		[{ filter: {}, include_ids: [4711] }, 'include_ids[0]: no such case'],
		[{ filter: {}, exclude_ids: ['9001'] }, 'exclude_ids[0]: must be a positive integer'],
		[{ filter: { statuses: ['active'] } }, 'filter.statuses: Unknown member'],
		[{ filter: { status_ids: ['41'] } }, 'filter.status_ids[0]: must be a positive integer'],
		[{ filter: 'all' }, 'filter: must be an object'],
		[{ external_source: 'crm' }, 'external_source: Unknown member'],
	])('refuses %j', async (fields, message) => {
		expect(refusalOf(await create(fields))).toEqual([400, message]);
		expect(sandbox.control.kayseState().caseLists).toHaveLength(34);
	});
});
