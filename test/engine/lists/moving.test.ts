import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { change, CHANGES, type Change, type ListChange } from '../../support/movingList';
import { byId } from '../bench';
import { rowsOf, type Row, type Wrap } from './forms';
import { useListServer, withFreshLimits, type Query, type Serve } from './listServer';
import { listsOf, VENDORS } from './vendors';

const server = useListServer();

const COMMON = {
	...Object.fromEntries(['campaignId', 'agentId', 'workflowId', 'sourceId'].map((name) => [name, byId('x')])),
	returnAll: true,
	simplify: false,
};

/** Lists that go on from a row's time. In a list that is not in order of time, a page shows it. */
const BY_TIME = /^KaiCalls (call|event|lead|smsMessage|transcript|usage) /;
/** Lists whose API has no way to a second page. */
const NO_WAY_ON = /returns at most (20|25|50|100) rows of this list/;
const BY_CURSOR = /^Kakiyo (campaign|dnc|prospect)/;

const OLDER = ['after', 'created_before', 'to', 'end'];

const sizeOf = ({ limit, page_size }: Query) => Math.min(100, Number(limit ?? page_size ?? Infinity));

/** The page, by any of the parameters that ask for it. A list without a parameter for its page size comes whole. */
function pageOf(rows: Row[], query: Query): Row[] {
	if ((query.limit ?? query.page_size) === undefined) return rows;
	const older = OLDER.map((name) => query[name]).find((value) => value !== undefined);
	const matching = older === undefined ? rows : rows.filter(({ created_at }) => created_at < older);
	const start = query.page === undefined ? Number(query.offset ?? 0) : (Number(query.page) - 1) * sizeOf(query);
	return matching.slice(start, start + sizeOf(query));
}

type Answering = (rows: Row[], wrap: Wrap) => Serve;

const bySteps: Answering = (rows, wrap) => (query) => ({ body: wrap(pageOf(rows, query)) });

/** A cursor keeps its place in the order of creation while rows come and go. */
const byCursor: Answering = (rows) => (query) => {
	const inOrder = [...rows].sort((one, other) => (one.created_at < other.created_at ? 1 : -1));
	const left = inOrder.filter(({ created_at }) => query.after === undefined || created_at < query.after);
	const page = left.slice(0, sizeOf(query));
	const isMore = left.length > page.length;
	return { body: { data: page, has_more: isMore, ...(isMore && { next_cursor: page.at(-1)?.created_at }) } };
};

/** Serves a list that changes behind each answer; returns the IDs of those that stay in it all the time. */
function servesMoving(answering: Answering, wrap: Wrap, count: number, changes: ListChange[]): Set<string> {
	let rows = rowsOf(count);
	const stayed = new Set(rows.map(({ id }) => id));
	let answers = 0;
	server.serves((query) => {
		const answer = answering(rows, wrap)(query);
		const [newRow] = rowsOf(1);
		rows = change(rows, changes[answers++], (number) => {
			const id = `new-${number}`;
			return {
				...newRow,
				id,
				$id: id,
				chatId: id,
				call_id: id,
				phone_number: id,
				created_at: new Date(Date.UTC(2026, 1, 1) + number).toISOString(),
			};
		});
		const present = new Set(rows.map(({ id }) => id));
		for (const id of stayed) if (!present.has(id)) stayed.delete(id);
		return answer;
	});
	return stayed;
}

const changesOf = (kinds: readonly Change[]) =>
	fc.array(
		fc.record({
			kind: fc.constantFrom(...kinds),
			place: fc.double({ min: 0, max: 1, noNaN: true }),
			rows: fc.nat({ max: 40 }),
		}),
		{ maxLength: 6 },
	);

/** New rows are the newest, so that they stand first where time is the order. */
const inOrderOfTime = (changes: ListChange[]) =>
	changes.map((each) => (each.kind === 'add' ? { ...each, place: 0 } : each));

describe.each(VENDORS)('the lists of $name, while rows come, go and change their places between pages', (vendor) => {
	const bench = withFreshLimits(vendor.bench());

	const ask = async (list: string) => {
		const [resource = '', operation = ''] = list.split(' ');
		const { items, error } = await bench.run({ ...COMMON, resource, operation }, { baseUrl: server.baseUrl });
		return { found: items.map(({ json }) => json.id), error: error?.message };
	};

	const wrapOf = (list: string) => vendor.envelopes[list] ?? vendor.envelopes[''];

	const expectAllWhoStayed = async (list: string, answering: Answering, kinds: readonly Change[], orError?: RegExp) => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 350 }), changesOf(kinds), async (count, made) => {
				const isByTime = BY_TIME.test(`${vendor.name} ${list}`);
				const stayed = servesMoving(answering, wrapOf(list), count, isByTime ? inOrderOfTime(made) : made);
				const { found, error } = await ask(list);
				if (error !== undefined && (NO_WAY_ON.test(error) || orError?.test(error))) return;
				expect(error).toBeUndefined();
				expect(new Set(found).size).toBe(found.length);
				expect([...stayed].filter((id) => !found.includes(id))).toEqual([]);
			}),
			{ numRuns: 8 },
		);
	};

	it.each(listsOf(vendor))(
		'%s: no remaining person is missing, and no person comes twice, while rows come and go',
		async (list) => {
			await expectAllWhoStayed(list, bySteps, ['remove', 'add', 'none']);
		},
	);

	it.each(listsOf(vendor))('%s: the same, or a clear error, if they change their places', async (list) => {
		const isByTime = BY_TIME.test(`${vendor.name} ${list}`);
		await expectAllWhoStayed(
			list,
			bySteps,
			isByTime ? ['remove', 'add', 'shuffle'] : CHANGES,
			isByTime ? /not sorted by time|sorted by the last change/ : undefined,
		);
	});

	const byCursors = listsOf(vendor).filter((list) => BY_CURSOR.test(`${vendor.name} ${list}`));
	if (byCursors.length > 0) {
		it.each(byCursors)('%s: the same by a cursor', async (list) => {
			await expectAllWhoStayed(list, byCursor, CHANGES);
		});
	}
});
