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

/** Most rows of one list with Return All: more would not fit into an execution of n8n. An endless list stops here. */
const MAX_ROWS = 1_000_000;
/** Most pages of one list: at 100 rows a page, the same number of rows. Small pages without end stop earlier. */
const MAX_PAGES = 10_000;

/** Fetches one page. */
export type FetchPage = (query: Query) => Promise<IncomingResponse>;

/** A list, and its rows so far. */
interface List {
	style: PageStyle;
	query: Query;
	limit: number;
	vendorName: string;
	rows: unknown[];
	arrivals: Arrivals;
	/** Size of its rows, over all readings. */
	held: { bytes: number };
	/** See `collectAvailable`. */
	isEnough?: (rows: readonly unknown[]) => boolean;
}

/** How a reading ended. */
interface ReadingEnd {
	/** Why some rows could not be read. */
	cut?: ItemFailure;
	/** Whether it has missed no row that was there the whole time. */
	isWhole: boolean;
	end: ListEnd;
}

/**
 * One reading of a list, from its start.
 *
 * If pages go by position, each begins with the last row of the previous one. If it does not, rows have moved. Rows
 * that left the list move the others forward: the page is asked for again from further back. Rows that move the others
 * back may be new, or may have jumped over the current position: another reading finds them, unless they jump in it as
 * well. If known rows come in another order, any row may have jumped. Then only a reading without that, or one without
 * new rows, proves that none is missing. The same holds if pages share no row and so prove nothing: numbered pages of
 * the API's own size, and others while the total shrinks.
 */
export class Reading {
	private readonly asked = new Set<string>();

	/** The parameters of the next page, besides the list's own query. */
	private cursor: Query = {};

	/** Position of the first row, and position after the last row so far. */
	private readonly start: number;

	private end = 0;

	/** Number of rows in this reading, and whether one of them is new in all readings. */
	private came = 0;

	private hasFound = false;

	/** Number of rows of the previous page, and of the largest one. */
	private before = 0;

	private largest = 0;

	private announced = 0;

	private wasCut = false;

	private previous = '';

	private moved: 'shifted' | 'unseen' | undefined;

	/** Whether the previous page had nothing new. */
	private wasNothingNew = false;

	/** Whether a page began with the first row, and no later page had new rows. */
	private hasStartedOver = false;

	/** @param isAgain whether the list has been read before */
	constructor(
		private readonly list: List,
		private readonly isAgain: boolean,
	) {
		list.arrivals.readAgain();
		this.start = list.style.positionOf?.(list.query) ?? 0;
	}

	/** Adds the new rows to those of the list, until it ends or has enough. */
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

	/** Asks again for rows that moved before the page because others left. */
	private goBack(query: Query): void {
		this.moved ??= 'shifted';
		this.cursor = { ...this.cursor, ...query };
		this.asked.clear();
	}

	private noteMovement(sight: Sight, overlap: number): void {
		const { known, startsOver, isInOrder, goesOn } = sight;
		const isAsLeft = known === overlap && goesOn;
		// An API that ignores positions returns its first page again; so does one whose list has as many new rows.
		this.hasStartedOver ||= startsOver;
		if (isAsLeft || startsOver || this.list.style.comesAgain || !isNamed(sight)) return;
		this.moved = isInOrder ? (this.moved ?? 'shifted') : 'unseen';
	}

	/**
	 * Rows of a further page show that the API uses positions. Without a known row, they say nothing about the rows
	 * between.
	 */
	private noteFresh(sight: Sight, { isByPosition, overlap }: { isByPosition: boolean; overlap: number }): void {
		if (!isByPosition || !isNamed(sight)) return;
		if (overlap === 0) this.moved = 'unseen';
		if (this.hasStartedOver && !sight.startsOver) this.moved ??= 'shifted';
	}

	/** Adds the rows of a page; returns how many of them are new in this reading. */
	private take(pageRows: unknown[], sight: Sight): number {
		const { arrivals, rows, style } = this.list;
		// Rows without an ID do not show that they came before; a whole page of them does.
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
		// If rows repeat, a page of known rows counts like an empty page.
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

	/** Goes to the next page; returns how the reading ended if there is none. */
	private goOn(page: Page, fresh: number): ReadingEnd | undefined {
		const { style, vendorName } = this.list;
		// A page that comes again may have been requested in another size.
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

	/** By position, after one page without new rows: new rows at the start may have moved known ones there. */
	private furtherOn(next: Query): Query | undefined {
		const isByPosition = this.list.style.positionOf?.({ ...this.list.query, ...next }) !== undefined;
		return isByPosition && !this.wasNothingNew ? next : undefined;
	}

	/** Number of rows of the list by the API's own count, which includes unwanted ones. */
	private get total(): number | undefined {
		return this.list.style.isWanted || this.announced === 0 ? undefined : this.announced;
	}

	/** Whether there are rows after a page: the API's word, otherwise whether the list would be read on. */
	private moreBehind(page: Page): ListEnd['more'] {
		const { style } = this.list;
		if (style.isEnough?.(page)) return 'no';
		if (tellsOfMore(page)) return 'yes';
		const { next, cut } = continuationOf(style, page);
		return next || cut ? 'perhaps' : 'no';
	}

	private ended(cut: ItemFailure | undefined): ReadingEnd {
		const { moved, isAgain, hasFound } = this;
		// The API's word about more rows does not include rows that moved meanwhile.
		const isSettled = isAgain && !cut && (moved === 'shifted' || !hasFound);
		return { cut, isWhole: moved === undefined || isSettled, end: { more: cut ? 'yes' : 'no', total: this.total } };
	}
}

const isNamed = ({ keys }: Sight): boolean => !keys.includes(undefined);

/** Whether rows may be missing between the previous page and this one. */
const isTorn = (sight: Sight, overlap: number): boolean => overlap > 0 && isNamed(sight) && !sight.startsKnown;
