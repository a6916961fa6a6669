import type { IncomingResponse } from '../contract/exchange';
import { ItemFailure } from '../contract/failure';
import type { ListEnd } from '../contract/listEnd';
import { MOST_LIST_BYTES } from '../http/answerLimits';
import type { Arrivals, Sight } from './arrivals';
import { repeatedPage, tooLarge, tooLong } from './listFailures';
import { tellsOfMore } from './more';
import { isMissingRows, mayBeCut } from './continuation';
import { rowsOfPage, continuationOf } from './answeredPage';
import type { Page, PageStyle, Query } from './page';
import { identityOf } from './rows';
import { announcedBy } from './totals';

/** Rows of one list with Return All: more would not fit into an execution of n8n. A list without end stops here. */
const MAX_ROWS = 1_000_000;
/** Pages of one list: at 100 rows a page as many rows. Smaller pages without end stop earlier. */
const MAX_PAGES = 10_000;

/** Fetches one page. */
export type FetchPage = (query: Query) => Promise<IncomingResponse>;

/** A list, and what of it has come. */
interface List {
	style: PageStyle;
	query: Query;
	limit: number;
	vendorName: string;
	rows: unknown[];
	arrivals: Arrivals;
	/** What its rows weigh, over all readings. */
	held: { bytes: number };
	/** See `collectAvailable`. */
	isEnough?: (rows: readonly unknown[]) => boolean;
}

/** How a reading ended. */
interface ReadingEnd {
	/** Why there are rows that it could not have. */
	cut?: ItemFailure;
	/** Whether it has passed by no row that was there the whole time. */
	isWhole: boolean;
	end: ListEnd;
}

/**
 * One reading of a list, from its start.
 *
 * Where pages go by position, each begins with the last row of the one before. If it does not, rows have moved. Those that left
 * the list shift the others forward: the page is asked for again from further back. Those that shift them back may be new, or
 * have jumped over the place that was read: another reading meets them, unless they jump in it as well. Where known rows come
 * in another order, any may have jumped: only a reading without that, or one that finds nothing new, tells that none is missing.
 * The same holds where pages share no row and so tell nothing: numbered pages of the API's own size, and others while the total shrinks.
 */
export class Reading {
	private readonly asked = new Set<string>();

	/** What the next page is asked for by, besides the list's own query. */
	private cursor: Query = {};

	/** Position of the first row, and behind the last one that has come. */
	private readonly start: number;

	private end = 0;

	/** Rows that have come in this reading, and whether one of them has in none before. */
	private came = 0;

	private hasFound = false;

	/** Rows of the page before, and of the largest one. */
	private before = 0;

	private largest = 0;

	private announced = 0;

	private wasCut = false;

	private previous = '';

	private moved: 'shifted' | 'unseen' | undefined;

	/** Whether the page before brought nothing new. */
	private wasNothingNew = false;

	/** Whether a page began with the first row, and none that followed has brought anything new. */
	private hasStartedOver = false;

	/** @param isAgain whether the list has been read before */
	constructor(
		private readonly list: List,
		private readonly isAgain: boolean,
	) {
		list.arrivals.readAgain();
		this.start = list.style.positionOf?.(list.query) ?? 0;
	}

	/** Adds the rows that are new to those of the list, until it ends or enough are there. */
	async through(fetchPage: FetchPage): Promise<ReadingEnd> {
		const { rows, limit, style, vendorName, held } = this.list;
		for (let pages = 1; pages <= MAX_PAGES && (rows.length <= MAX_ROWS || limit < Infinity); pages++) {
			const position = style.positionOf?.({ ...this.list.query, ...this.cursor });
			const overlap = pages > 1 && position !== undefined ? Math.max(0, this.end - position) : 0;
			const query = this.nextQuery(overlap);
			const response = await fetchPage(query);
			const pageRows = rowsOfPage(style, response, vendorName);
			const sight = this.list.arrivals.look(pageRows.map(style.identity ?? identityOf));

			if (isTorn(sight, overlap)) {
				const back = this.end - overlap - Math.ceil(this.largest / 2);
				if (!style.from || back <= this.start) return { isWhole: false, end: { more: 'yes' } };
				this.goBack(style.from(back));
				continue;
			}
			if (pages > 1) this.noteMovement(sight, overlap);
			const before = rows.length;
			const fresh = this.take(pageRows, sight);
			held.bytes += (response.bytes ?? 0) * ((rows.length - before) / Math.max(1, pageRows.length));
			if (held.bytes > MOST_LIST_BYTES)
				return { cut: tooLarge(before), isWhole: true, end: { more: 'yes', total: this.total } };
			if (pages > 1 && fresh > 0) this.noteFresh(sight, { isByPosition: position !== undefined, overlap });
			const announced = this.announced;
			const page = this.pageOf(response, pageRows, { query, position, overlap, fresh, isNamed: isNamed(sight) });
			if (pages > 1 && overlap === 0 && this.announced < announced && !style.comesAgain) this.moved = 'unseen';
			if (rows.length >= limit || this.list.isEnough?.(rows)) {
				const more = rows.length > limit ? 'yes' : this.moreBehind(page);
				rows.splice(limit);
				return { isWhole: true, end: { more, total: this.total } };
			}

			const end = this.goOn(page, fresh);
			if (end) return end;
		}
		return { cut: tooLong(rows.length), isWhole: true, end: { more: 'yes', total: this.total } };
	}

	private nextQuery(overlap: number): Query {
		const { style, query, limit, rows } = this.list;
		const { size, constantSize, isWanted } = style;
		const wanted = isWanted ? Infinity : constantSize || this.isAgain ? limit : limit - rows.length + overlap;
		const all = { ...query, ...(size && { [size.param]: Math.min(size.max, wanted) }), ...this.cursor };
		return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
	}

	/** Asks again for rows that others which left have shifted before the page. */
	private goBack(query: Query): void {
		this.moved ??= 'shifted';
		this.cursor = { ...this.cursor, ...query };
		this.asked.clear();
	}

	private noteMovement(sight: Sight, overlap: number): void {
		const { known, startsOver, isInOrder, goesOn } = sight;
		const isAsLeft = known === overlap && goesOn;
		// An API that heeds no position hands out its first page again; so does one to whose list as many rows came meanwhile.
		this.hasStartedOver ||= startsOver;
		if (isAsLeft || startsOver || this.list.style.comesAgain || !isNamed(sight)) return;
		this.moved = isInOrder ? (this.moved ?? 'shifted') : 'unseen';
	}

	/** Rows of a further page tell that the API heeds positions, and, without a row that came before, nothing of those between. */
	private noteFresh(sight: Sight, { isByPosition, overlap }: { isByPosition: boolean; overlap: number }): void {
		if (!isByPosition || !isNamed(sight)) return;
		if (overlap === 0) this.moved = 'unseen';
		if (this.hasStartedOver && !sight.startsOver) this.moved ??= 'shifted';
	}

	/** Takes the rows of a page in; returns how many of them are new to this reading. */
	private take(pageRows: unknown[], sight: Sight): number {
		const { arrivals, rows, style } = this.list;
		// Rows without an ID do not tell that they came before; a whole page of them does.
		const content = pageRows.length > 1 && !isNamed(sight) ? JSON.stringify(pageRows) : '';
		const isSamePage = content !== '' && content === this.previous;
		this.previous = content;
		if (isSamePage) return 0;
		let fresh = 0;
		for (const [index, { inReading, atAll }] of arrivals.take(sight).entries()) {
			if (inReading) fresh += 1;
			if (!atAll || style.isWanted?.(pageRows[index]) === false) continue;
			rows.push(pageRows[index]);
			this.hasFound = true;
		}
		this.came += fresh;
		return fresh;
	}

	private pageOf(
		response: IncomingResponse,
		rows: unknown[],
		{
			query,
			position,
			overlap,
			fresh,
			isNamed,
		}: { query: Query; position?: number; overlap: number; fresh: number; isNamed: boolean },
	): Page {
		const { style } = this.list;
		this.announced = announcedBy(response, this.announced, this.came - rows.length);
		this.largest = Math.max(this.largest, rows.length);
		this.end = (position ?? 0) + rows.length;
		// Nothing but what comes again is what an empty page is where nothing does.
		const isPastEnd = fresh === 0 && overlap > 0 && rows.length <= overlap;
		return {
			...response,
			rows: isPastEnd ? [] : rows,
			seen: this.came,
			distinct: position === undefined ? this.came : Math.min(this.came, this.end - this.start),
			end: this.end,
			onward: isNamed && rows.length > 1 ? this.end - 1 : this.end,
			announced: this.announced,
			before: this.before,
			query,
			size: style.size && Number(query[style.size.param]),
		};
	}

	/** Turns to the next page; returns how the reading ended, where there is none. */
	private goOn(page: Page, fresh: number): ReadingEnd | undefined {
		const { style, vendorName } = this.list;
		// A page that comes again may have been asked for in another size.
		this.wasCut = mayBeCut(page, style) || (this.wasCut && page.rows.length === this.before);
		this.before = page.rows.length;
		if (style.isEnough?.(page)) return this.ended(undefined);
		const { next, cut } = continuationOf(style, page);
		if (cut || !next) return this.ended(cut);

		const isNothingNew = page.rows.length > 0 && fresh === 0;
		const further = isNothingNew ? (style.otherwise?.(page) ?? this.furtherOn(next)) : next;
		this.wasNothingNew = isNothingNew;
		if (!further || this.asked.has(JSON.stringify(further))) {
			const isEnd = style.repeated === 'end' && !this.wasCut && !isMissingRows(page);
			return this.ended(isEnd ? undefined : repeatedPage(vendorName, this.list.rows.length));
		}
		this.asked.add(JSON.stringify(further));
		this.cursor = { ...this.cursor, ...further };
		return undefined;
	}

	/** By position, behind one page that brought nothing new: rows that came meanwhile may have shifted known ones there. */
	private furtherOn(next: Query): Query | undefined {
		const isByPosition = this.list.style.positionOf?.({ ...this.list.query, ...next }) !== undefined;
		return isByPosition && !this.wasNothingNew ? next : undefined;
	}

	/** Rows of the list by the API's own count, of which those that are not wanted are a part. */
	private get total(): number | undefined {
		return this.list.style.isWanted || this.announced === 0 ? undefined : this.announced;
	}

	/** Whether there are rows behind a page: the API's word, else whether the list would be read on. */
	private moreBehind(page: Page): ListEnd['more'] {
		const { style } = this.list;
		if (style.isEnough?.(page)) return 'no';
		if (tellsOfMore(page)) return 'yes';
		const { next, cut } = continuationOf(style, page);
		return next || cut ? 'perhaps' : 'no';
	}

	private ended(cut: ItemFailure | undefined): ReadingEnd {
		const { moved, isAgain, hasFound } = this;
		// What an API says of further rows does not hold for rows that moved meanwhile.
		const isSettled = isAgain && !cut && (moved === 'shifted' || !hasFound);
		return { cut, isWhole: moved === undefined || isSettled, end: { more: cut ? 'yes' : 'no', total: this.total } };
	}
}

const isNamed = ({ keys }: Sight): boolean => !keys.includes(undefined);

/** Whether rows may be missing between the page before and this one. */
const isTorn = (sight: Sight, overlap: number): boolean => overlap > 0 && isNamed(sight) && !sight.startsKnown;
