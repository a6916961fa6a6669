import { byTime } from '../shared/paging/byTime';
import type { PageStyle } from '../shared/paging/page';
import { everything, firstPageOnly } from '../shared/paging/pages';
import { identityOf, rowsNamed } from '../shared/paging/rows';
import { valueAt } from '../shared/values/json';
import { asItem } from '../shared/values/rows';
import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../shared/values/text';

const HUNDRED = { param: 'limit', max: 100, byDefault: 50 };

/** A list that the documents show without paging: one answer has all rows. */
export const wholeList = (member: string): PageStyle => everything(rowsNamed(member));

interface TimedList {
	rows: PageStyle['rows'];
	size?: PageStyle['size'];
	/** Parameter for rows before a time. */
	older: string;
	/** Parameter for rows after a time, if the API may list the oldest first. */
	newer?: string;
	/** Member with the time of a row's last change, if the API may sort by it. */
	changed?: string;
}

/** Lists whose next page starts at the time of a row (docs/vendors/kaicalls.md#paging). */
const timed = ({ size = HUNDRED, ...list }: TimedList): PageStyle => byTime({ ...list, size, member: 'created_at' });

/** `GET /calls`: newest first, `after` walks to older rows. */
export const callPages = timed({ rows: rowsNamed('calls'), older: 'after' });

/** `GET /usage`: `has_more` without a cursor, so each page asks for an earlier time window. */
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

/** The SDK gives transcripts no ID. A call may have several, each with its own time. */
export const transcriptPages: PageStyle = {
	...timed({ rows: rowsNamed('transcripts'), older: 'after' }),
	identity: (row) =>
		identityOf(row) ?? identityOf({ id: valueAt(row, 'call_id') })?.concat(` ${plainText(valueAt(row, 'created_at'))}`),
};

/** Lists with a `limit` but no next page (docs/vendors/kaicalls.md#c9). */
export const firstPage = (...names: string[]): PageStyle => firstPageOnly({ rows: rowsNamed(...names), size: HUNDRED });

export const availableNumberPages = firstPage('available_numbers', 'numbers');

/** An available number as a row: KaiCalls' MCP server returns plain numbers (docs/vendors/kaicalls.md#phone-numbers). */
export const numberRow = (row: unknown): IDataObject => asItem(typeof row === 'string' ? { phone_number: row } : row);
