import { byTime, everything, firstOf, firstPageOnly, rowsAt, type PageStyle } from '../shared/paging/pages';
import { at } from '../shared/values/json';

const HUNDRED = { param: 'limit', max: 100 };

/** Rows of a body that no document shows: under the name of what they are, else bare. */
export const rowsNamed = (...names: string[]): PageStyle['rows'] =>
	firstOf(...names.map((name) => rowsAt(name)), rowsAt('data'), rowsAt());

/** Lists that seed 004 shows without paging: one response carries everything. */
export const wholeList = (member: string): PageStyle => everything(rowsAt(member));

const CREATED = 'created_at';
const HAS_MORE = ['has_more'];

interface TimedList {
	rows: PageStyle['rows'];
	size?: { param: string; max: number };
	/** Parameter that asks for rows before a time. */
	older: string;
	/** Parameter that asks for rows after a time, where the API may list the oldest first. */
	newer?: string;
}

/** Lists that go on from a row's time (apis/kaicalls.md 1.7). */
const timed = ({ size = HUNDRED, ...list }: TimedList): PageStyle =>
	byTime({ ...list, size, member: CREATED, morePath: HAS_MORE });

/** `GET /calls` (seed 004): newest first, `after` walks to older rows. */
export const callPages = timed({ rows: rowsAt('calls'), older: 'after' });

/** `GET /usage` (seed 004): `has_more` without a cursor, so the time window moves. */
export const usagePages = timed({ rows: rowsAt('usage'), size: { param: 'limit', max: 500 }, older: 'end', newer: 'start' });

/** `GET /leads`: the SDK sends no cursor (apis/kaicalls.md C18). */
export const leadPages = timed({ rows: rowsAt('leads'), older: 'created_before', newer: 'created_after' });

export const messagePages = timed({ rows: rowsNamed('messages'), older: 'after' });

export const eventPages = timed({ rows: rowsNamed('events'), older: 'to', newer: 'from' });

/** A transcript has no ID of its own, and the loop knows rows by their ID: its call's, see `transcriptRow`. */
export const transcriptPages = timed({
	rows: (body) => rowsAt('transcripts')(body)?.map((row) => ({ row, id: at(row, 'call_id'), [CREATED]: at(row, CREATED) })),
	older: 'after',
});

/** The transcript as it came. */
export const transcriptRow = (wrapped: unknown): unknown => at(wrapped, 'row');

/** Lists with a `limit` and no way to the next page (apis/kaicalls.md C9). */
export const firstPage = (...names: string[]): PageStyle =>
	firstPageOnly({ rows: rowsNamed(...names), size: HUNDRED, morePath: HAS_MORE });

/** A sample of a supply of which nobody needs everything. */
export const sample = (...names: string[]): PageStyle => ({ ...everything(rowsNamed(...names)), size: HUNDRED });
