import type { IDataObject } from 'n8n-workflow';

import type { ListEnd } from '../contract/listEnd';

/** Facts for a model about a list that it gets only in part. */
interface Shown {
	/** Number of rows in the answer, and in the list as far as it was read. */
	shown: number;
	read: number;
	end: ListEnd | undefined;
	/** A row was too long, and its texts were shortened. */
	isShortened: boolean;
	/** The operation's texts, as in "Get many calls". */
	action: string;
	longestTokens: number;
}

const HOW_MANY: Record<ListEnd['more'], (shown: number) => string> = {
	yes: (shown) => `There are more than these ${shown}; the number is unknown.`,
	perhaps: (shown) => `These are ${shown}, and there may be more.`,
	no: (shown) => `These are all ${shown}.`,
};

/** The last item of a list that goes on; undefined for a complete one. */
export function listTail({ shown, read, end, isShortened, action, longestTokens }: Shown): IDataObject | undefined {
	const isCut = shown < read || isShortened;
	const { more = 'no' } = end ?? {};
	if (!isCut && more === 'no') return undefined;
	if (read === 1 && more === 'no')
		return {
			endOfAnswer: 'This is the only record; its longest texts and lists were cut, each with how much is missing.',
			shown,
			hasMore: more,
		};
	const total = end?.total !== undefined && end.total > shown ? end.total : undefined;
	const known = total ?? (more === 'no' ? read : undefined);
	const howMany =
		known === undefined ? HOW_MANY[shown < read ? 'yes' : more](shown) : `These are ${shown} of ${known}.`;
	const why = `${shown < read ? ` An answer to a model has at most ${longestTokens} tokens.` : ''}${isShortened ? ' Long texts were cut.' : ''}`;
	return {
		endOfAnswer: `${howMany}${why} To see others, narrow "${action}" by its filters, such as a date, a status or a name, or change its limit; do not take these for all.`,
		shown,
		...(known !== undefined && { total: known }),
		hasMore: isCut ? 'yes' : more,
	};
}

/** Replaces an empty list, which some agents would pass on as an empty text. */
export const nothingFound = (action: string, vendorName: string, asked: Record<string, unknown>): IDataObject => ({
	found: 0,
	message: `Nothing found: "${action}" in ${vendorName} was carried out and brought no record${Object.keys(asked).length > 0 ? ' for these filters' : ''}.`,
	...(Object.keys(asked).length > 0 && { asked: asked as IDataObject }),
});
