import { byTime } from '../shared/paging/byTime';
import type { PageStyle } from '../shared/paging/page';
import { everything, firstPageOnly } from '../shared/paging/pages';
import { identityOf, rowsNamed } from '../shared/paging/rows';
import { valueAt } from '../shared/values/json';
import { asItem } from '../shared/values/rows';
import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../shared/values/text';

const HUNDRED = { param: 'limit', max: 100, byDefault: 50 };

/** Lists that are shown without paging: one response carries everything. */
export const wholeList = (member: string): PageStyle => everything(rowsNamed(member));

interface TimedList {
	rows: PageStyle['rows'];
	size?: PageStyle['size'];
	/** Parameter that asks for rows before a time. */
	older: string;
	/** Parameter that asks for rows after a time, where the API may list the oldest first. */
	newer?: string;
	/** Time of a row's last change, where the API may list by it. */
	changed?: string;
}

/** Lists that go on from a row's time (docs/vendors/kaicalls.md#paging). */
const timed = ({ size = HUNDRED, ...list }: TimedList): PageStyle => byTime({ ...list, size, member: 'created_at' });

/** `GET /calls`: newest first, `after` walks to older rows. */
export const callPages = timed({ rows: rowsNamed('calls'), older: 'after' });

/** `GET /usage`: `has_more` without a cursor, so the time window moves. */
export const usagePages = timed({
	rows: rowsNamed('usage'),
	size: { param: 'limit', max: 500, byDefault: 100 },
	older: 'end',
	newer: 'start',
});

/** `GET /leads`: the SDK sends no cursor (docs/vendors/kaicalls.md#c18). */
export const leadPages = timed({
	rows: rowsNamed('leads'),
	older: 'created_before',
	newer: 'created_after',
	changed: 'updated_at',
});

export const messagePages = timed({ rows: rowsNamed('messages'), older: 'after' });

export const eventPages = timed({ rows: rowsNamed('events'), older: 'to', newer: 'from' });

/** A transcript has no ID of its own by the SDK. A call may have several, each with its time. */
export const transcriptPages: PageStyle = {
	...timed({ rows: rowsNamed('transcripts'), older: 'after' }),
	identity: (row) =>
		identityOf(row) ?? identityOf({ id: valueAt(row, 'call_id') })?.concat(` ${plainText(valueAt(row, 'created_at'))}`),
};

/** Lists with a `limit` and no way to the next page (docs/vendors/kaicalls.md#c9). */
export const firstPage = (...names: string[]): PageStyle => firstPageOnly({ rows: rowsNamed(...names), size: HUNDRED });

export const availableNumberPages = firstPage('available_numbers', 'numbers');

/** An available number as a row: KaiCalls' MCP server answers bare numbers (docs/vendors/kaicalls.md#phone-numbers). */
export const numberRow = (row: unknown): IDataObject => asItem(typeof row === 'string' ? { phone_number: row } : row);
