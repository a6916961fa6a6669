import type { ListQuery } from '../contract/campaigns';
import { validationError } from '../errors';
import type { KakiyoSettings } from '../settings';
import type { Campaign } from '../state';

const defaultLimit = 20;

function startAfter(campaigns: readonly Campaign[], cursor: string | undefined): number {
	if (cursor === undefined) return 0;
	const at = campaigns.findIndex(({ id }) => id === cursor);
	if (at < 0) throw validationError([{ field: 'after', message: 'Unknown cursor' }]);
	return at + 1;
}

/** The same list in the shape of one of the three documents: the API introduction's envelope, the list page's offset, OpenAPI's array with `after` (docs/vendors/kakiyo.md#c2). */
export function campaignPage<Row>(
	campaigns: readonly Campaign[],
	{ limit, after, offset }: ListQuery,
	shape: KakiyoSettings['campaignsReply'],
	toRow: (campaign: Campaign) => Row,
): unknown {
	if (shape === 'array') {
		const wantsAll = limit === undefined && offset === undefined;
		const start = offset ?? 0;
		return (wantsAll ? campaigns : campaigns.slice(start, start + (limit ?? defaultLimit))).map(toRow);
	}
	const start = startAfter(campaigns, after);
	if (shape === 'arrayIgnoresOffset')
		return campaigns.slice(start, limit === undefined ? undefined : start + limit).map(toRow);

	const page = campaigns.slice(start, start + (limit ?? defaultLimit));
	const hasMore = start + page.length < campaigns.length;
	return { data: page.map(toRow), has_more: hasMore, ...(hasMore ? { next_cursor: page.at(-1)?.id } : {}) };
}
