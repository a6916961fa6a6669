import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { collectAvailable } from '../../../nodes/shared/paging/collectRows';
import type { PageStyle, Query } from '../../../nodes/shared/paging/page';
import { cursorFirst, everything, offset, pageNumber } from '../../../nodes/shared/paging/pages';
import { rowsAt } from '../../../nodes/shared/paging/rows';
import { response } from '../support/wire';
import { change, CHANGES, type Change, type ListChange } from '../../support/movingList';
import { everyOne } from '../../support/everyOne';

const stylesOf = (max: number): Array<[string, PageStyle]> => {
	const sized = { rows: rowsAt('data'), size: { param: 'limit', max } };
	return [
		['offset', offset({ ...sized, param: 'offset' })],
		['page number', pageNumber({ ...sized, param: 'page' })],
		['page number with a total', pageNumber({ ...sized, param: 'page', totalPath: ['total'] })],
	];
};

const start = ({ offset: from, page, limit }: Query) =>
	page === undefined ? Number(from ?? 0) : (Number(page) - 1) * Number(limit);

/** A list that changes behind each answer, and its rows that were there the whole time. */
function moving(count: number, changes: ListChange[]) {
	let rows = Array.from({ length: count }, (_, id) => ({ id }));
	const stayed = new Set(rows.map(({ id }) => id));
	let requests = 0;
	const fetchPage = async (query: Query) => {
		const from = start(query);
		const answer = response(200, { data: rows.slice(from, from + Number(query.limit)), total: rows.length });
		rows = change(rows, changes[requests], (id) => ({ id: count + id }));
		requests += 1;
		const left = new Set(rows.map(({ id }) => id));
		for (const id of stayed) if (!left.has(id)) stayed.delete(id);
		return await Promise.resolve(answer);
	};
	return { fetchPage, stayed, requests: () => requests };
}

const changes = (...kinds: Change[]) =>
	fc.array(
		fc.record({
			kind: fc.constantFrom(...kinds),
			place: fc.double({ min: 0, max: 1, noNaN: true }),
			rows: fc.nat({ max: 4 }),
		}),
		{ maxLength: 8 },
	);

/** Rows come and go, and one changes its place. */
const oneMove = fc
	.tuple(changes('remove', 'add', 'none'), fc.nat({ max: 8 }), changes('move'))
	.map(([made, at, [move]]) => (move ? made.toSpliced(at, 0, move) : made));

/** How a list of so many rows was read while it changed. */
async function readWhile(style: PageStyle, count: number, made: ListChange[]) {
	const { fetchPage, stayed } = moving(count, made);
	const { rows, cut } = await collectAvailable(style, {}, Infinity, fetchPage, 'Acme');
	const ids = rows.map((row) => (row as { id: number }).id);
	expect(new Set(ids).size).toBe(ids.length);
	if (cut) expect(cut.message).toContain('kept changing');
	return { isError: cut !== undefined, missing: [...stayed].filter((id) => !ids.includes(id)) };
}

describe.each(stylesOf(10))('a list by %s that changes while it is read', (_, style) => {
	it('has every row that was there the whole time, once, if rows come and go', async () => {
		let errors = 0;
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: 80 }), changes('remove', 'add'), async (count, made) => {
				const { isError, missing } = await readWhile(style, count, made);
				errors += Number(isError);
				expect(isError ? [] : missing).toEqual([]);
			}),
			{ numRuns: 300 },
		);
		expect(errors).toBeLessThan(3);
	});

	// No reader of pages sees an order that looks by chance as if rows had come or gone: docs/lists.md.
	it.each([
		['one row moves', oneMove],
		['its order changes', changes(...CHANGES)],
	])('has them in all but one of 1,000 lists if rows come and go and %s', async (__, made) => {
		const lists = fc.sample(fc.tuple(fc.nat({ max: 80 }), made), { numRuns: 3_000, seed: 1 });
		let incomplete = 0;
		for (const [count, list] of lists) {
			const { isError, missing } = await readWhile(style, count, list);
			incomplete += Number(!isError && missing.length > 0);
		}
		expect(incomplete).toBeLessThanOrEqual(3);
	});

	it('is an error if its order changes all the time', async () => {
		const shuffles = Array.from({ length: 200 }, (__, index) => ({
			kind: 'shuffle' as const,
			place: (index % 7) / 7,
			rows: 0,
		}));
		const { cut } = await collectAvailable(style, {}, Infinity, moving(80, shuffles).fetchPage, 'Acme');
		expect(cut?.message).toContain('kept changing');
	});
});

describe('a list whose API returns fewer rows than requested', () => {
	const styles = stylesOf(100);

	/** A list that gets so many new rows at its start after the first answer. */
	const growing = (asMany: number, most: number) => {
		const rows = Array.from({ length: 420 }, (_, id) => ({ id }));
		const added = Array.from({ length: asMany }, (_, id) => ({ id: 1_000 + id }));
		let answers = 0;
		return async ({ limit, ...query }: Query) => {
			const present = answers++ === 0 ? rows : [...added, ...rows];
			const size = Math.min(most, Number(limit));
			const from = start({ ...query, limit: size });
			return await Promise.resolve(response(200, { data: present.slice(from, from + size) }));
		};
	};

	const cases = styles.flatMap(([name, style]) =>
		[25, 37, 50, 100].flatMap((most) => [-1, 0].map((less) => ({ name, style, most, asMany: most + less }))),
	);

	it.each(cases)(
		'has every row by $name, of $most at a time, if $asMany new rows come first after the first page',
		async ({ style, most, asMany }) => {
			const { rows, cut } = await collectAvailable(style, {}, Infinity, growing(asMany, most), 'Acme');
			expect(cut).toBeUndefined();
			const ids = rows.map((row) => (row as { id: number }).id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids.filter((id) => id < 1_000)).toHaveLength(420);
		},
	);

	it.each(styles)('has them by %s of any size if rows come and go', async (_, style) => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 20, max: 60 }),
				fc.nat({ max: 300 }),
				changes('remove', 'add'),
				async (most, count, made) => {
					const { fetchPage, stayed } = moving(count, made);
					const { rows, cut } = await collectAvailable(
						style,
						{},
						Infinity,
						async ({ limit, ...query }) => await fetchPage({ ...query, limit: Math.min(most, Number(limit)) }),
						'Acme',
					);
					if (cut?.message.includes('kept changing')) return;
					expect(cut).toBeUndefined();
					const ids = new Set(rows.map((row) => (row as { id: number }).id));
					expect([...stayed].filter((id) => !ids.has(id))).toEqual([]);
				},
			),
			{ numRuns: 100 },
		);
	});

	it('by an API that ignores positions ends after two repeated pages', async () => {
		for (const [, style] of everyOne(styles)) {
			let requests = 0;
			const { rows, cut } = await collectAvailable(
				style,
				{},
				Infinity,
				async () => {
					requests += 1;
					return await Promise.resolve(response(200, { data: Array.from({ length: 37 }, (_, id) => ({ id })) }));
				},
				'Acme',
			);
			expect([rows.length, cut, requests]).toEqual([37, undefined, 3]);
		}
	});
});

describe('requests for a list that does not move', () => {
	it.each([
		['offset', [2, 2, 2, 3, 10, 102]],
		['page number', [2, 2, 3, 4, 11, 114]],
		['page number with a total', [1, 2, 2, 4, 11, 114]],
	])('are as many as the list has pages that share a row: %s', async (name, asMany) => {
		const style = new Map(stylesOf(100)).get(name);
		const requests: number[] = [];
		for (const count of [99, 100, 198, 297, 990, 10_000]) {
			const list = moving(count, []);
			if (style) await collectAvailable(style, {}, Infinity, list.fetchPage, 'Acme');
			requests.push(list.requests());
		}
		expect(requests).toEqual(asMany);
	});
});

describe('a list by cursor', () => {
	it('is read again if rows come twice because others were added before them', async () => {
		const style = cursorFirst({ param: 'after', path: ['next_cursor'] }, everything(rowsAt('data')));
		const pages: Record<string, object> = {
			'': { data: [{ id: 1 }, { id: 2 }], next_cursor: 'p2' },
			p2: { data: [{ id: 2 }, { id: 3 }] },
		};
		let requests = 0;
		const { rows, cut } = await collectAvailable(
			style,
			{},
			Infinity,
			async ({ after = '' }) =>
				await Promise.resolve(
					response(
						200,
						(requests += 1) === 3 ? { data: [{ id: 0 }, { id: 1 }], next_cursor: 'p2' } : pages[String(after)],
					),
				),
			'Acme',
		);
		expect({ rows, cut }).toEqual({ rows: [1, 2, 3, 0].map((id) => ({ id })), cut: undefined });
	});
});
