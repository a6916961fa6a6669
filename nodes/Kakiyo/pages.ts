import type { Page, PageStyle, Query } from '../shared/paging/page';
import { cursorFirst, everything, headerCursorFirst, offset } from '../shared/paging/pages';
import { firstOf, identityOf, rowsAt, rowsNamed } from '../shared/paging/rows';
import { valueAt, isRecord } from '../shared/values/json';
import { readConversation } from './records/conversation';
import { plainText } from '../shared/values/text';

/** At most 100 rows a page, 20 by default (docs/vendors/kakiyo.md#paging). */
const HUNDRED = { param: 'limit', max: 100, byDefault: 20 };

const CURSOR = { param: 'after', path: ['next_cursor'] };

/** The API introduction shows `data`, `has_more` and `next_cursor` for every list; the pages of single lists show other forms. */
const asIntroduced = (own: PageStyle): PageStyle => cursorFirst(CURSOR, own);

/** Paging of the help article: `limit` and `offset`. */
const byOffset = (rows: PageStyle['rows']): PageStyle => offset({ rows, size: HUNDRED, param: 'offset' });

/** Lists whose own pages show no paging: a bare array, models and workspaces as a member (docs/vendors/kakiyo.md#paging). */
export const wholeList = asIntroduced(everything(rowsNamed('models', 'workspaces')));

/** Paging of OpenAPI: `after`, even if there is no cursor. The cursor in the API introduction's example is the ID of the last row. */
function afterLastRow({ rows }: Page): Query | undefined {
	const after = identityOf(rows.at(-1));
	return after === undefined ? undefined : { offset: undefined, after };
}

const arrayOfCampaigns = byOffset(rowsNamed());

/**
 * `GET /campaigns`: the envelope of the API introduction, or, in other documents, a bare array with `offset` or with `after`
 * (docs/vendors/kakiyo.md#c2). A server that ignores `offset` sends the first page again.
 */
export const campaignPages = cursorFirst(
	{ ...CURSOR, isOwnParam: true },
	{
		...arrayOfCampaigns,
		inWords: 'cursor, or offset or `after` of an array (all three documented replies)',
		next(page) {
			const next = arrayOfCampaigns.next(page);
			return next && page.query.after !== undefined ? afterLastRow(page) : next;
		},
		otherwise: afterLastRow,
	},
);

/** `GET /prospects/campaign/{id}`: the cursor is in the headers; `offset` works, too (docs/vendors/kakiyo.md#paging). */
export const campaignProspectPages = asIntroduced(
	headerCursorFirst(
		{ param: 'cursor', header: 'X-Next-Cursor', moreHeader: 'X-Has-More' },
		byOffset(rowsNamed('prospects')),
	),
);

const campaignOf = (row: unknown): unknown => valueAt(row, 'campaign', 'id') ?? valueAt(row, 'campaignId') ?? '';

/** `GET /prospects/search`. A person in two campaigns has two rows; one document says that they share their `id`. */
export const prospectSearchPages = asIntroduced({
	...byOffset(rowsNamed('prospects')),
	identity(row) {
		const chatId = isRecord(row) ? readConversation(row).chatId : undefined;
		return identityOf({ id: chatId }) ?? identityOf(row)?.concat(` ${plainText(campaignOf(row))}`);
	},
});

/** `GET /dnc`: `data.total` counts the page, not the list. */
export const dncPages = asIntroduced(byOffset(firstOf(rowsAt('data', 'entries'), rowsNamed('entries'))));
