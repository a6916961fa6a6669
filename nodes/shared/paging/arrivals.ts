/** What a page shows of the rows that came before it in the same reading of the list. */
export interface Sight {
	/** What makes each row one; undefined for rows that do not tell. */
	keys: Array<string | undefined>;
	/** How many of its rows came before. */
	known: number;
	/** Whether its first row came before. */
	startsKnown: boolean;
	/** Whether it begins with the first row of the reading, as pages of an API do that heeds no position. */
	startsOver: boolean;
	/** Whether rows that came before lead it, in the order in which they came. */
	isInOrder: boolean;
	/** Whether the row that came last leads it, behind such rows. Also where none of its rows came before. */
	goesOn: boolean;
}

/** Rows of one page that share an ID are rows of their own: the second of them is known as the second. */
function keysOf(ids: Array<string | undefined>): Array<string | undefined> {
	const times = new Map<string, number>();
	return ids.map((id) => {
		if (id === undefined) return undefined;
		const before = times.get(id) ?? 0;
		times.set(id, before + 1);
		return before === 0 ? id : `${id} ${before}`;
	});
}

/** The rows of a list in the order in which they came, over several readings of the list. */
export class Arrivals {
	private readonly places = new Map<string, number>();

	private start = 0;

	private end = 0;

	/** From here on rows come anew. */
	readAgain(): void {
		this.start = this.end;
	}

	/** Compares a page with the present reading. */
	look(ids: Array<string | undefined>): Sight {
		const keys = keysOf(ids);
		const places = keys.map((key) => this.placeOf(key));
		const known = places.filter((place) => place !== undefined);
		const isInOrder = known.every((place, index) => places[index] === place && place > (known[index - 1] ?? -1));
		return {
			keys,
			known: known.length,
			startsKnown: places[0] !== undefined,
			startsOver: places[0] === this.start,
			isInOrder,
			goesOn: isInOrder && (known.length === 0 || known.at(-1) === this.end - 1),
		};
	}

	/** Takes a page in; tells which of its rows come for the first time, in this reading and at all. */
	take({ keys }: Sight): Array<{ inReading: boolean; atAll: boolean }> {
		return keys.map((key) => {
			if (key === undefined) return { inReading: true, atAll: true };
			const atAll = !this.places.has(key);
			const inReading = this.placeOf(key) === undefined;
			if (inReading) this.places.set(key, this.end++);
			return { inReading, atAll };
		});
	}

	private placeOf(key: string | undefined): number | undefined {
		const place = key === undefined ? undefined : this.places.get(key);
		return place !== undefined && place >= this.start ? place : undefined;
	}
}
