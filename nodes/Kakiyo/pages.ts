import { bodyCursor, everything, firstOf, headerCursor, offset, rowsAt, whichever } from '../shared/paging/pages';
import { rowsOf } from '../shared/values/rows';

const HUNDRED = { param: 'limit', max: 100 };

/** Lists that come whole. The documents print a bare array, models and workspaces a member (apis/kakiyo.md 1.5). */
export const wholeList = everything(
	firstOf(rowsAt(), rowsAt('data'), rowsAt('models'), rowsAt('workspaces')),
);

/** For `read`: the rows of such a list where it is short enough to need no Limit. */
export const wholeRows = (body: unknown) => rowsOf(wholeList.rows(body) ?? body);

/**
 * `GET /campaigns`: the seed's envelope with `after` and `next_cursor`, or, in later pages, a bare array with
 * `offset`; one of them ignores `offset`, which then repeats the first page (apis/kakiyo.md C2).
 */
export const campaignPages = whichever(
	bodyCursor({ rows: rowsAt('data'), size: HUNDRED, param: 'after', path: ['next_cursor'] }),
	offset({ rows: rowsAt(), size: HUNDRED, param: 'offset', repeated: 'end' }),
);

/** `GET /prospects/campaign/{id}`: the cursor travels in the headers. */
export const campaignProspectPages = headerCursor({
	rows: rowsAt(),
	size: HUNDRED,
	param: 'cursor',
	header: 'X-Next-Cursor',
	moreHeader: 'X-Has-More',
});

/** `GET /prospects/search`. */
export const prospectSearchPages = offset({
	rows: rowsAt('prospects'),
	size: HUNDRED,
	param: 'offset',
	morePath: ['pagination', 'hasMore'],
});

/** `GET /dnc`: `total` counts the page, not the list, so a short page is the end. */
export const dncPages = offset({
	rows: rowsAt('data', 'entries'),
	size: { param: 'limit', max: 1000 },
	param: 'offset',
});
