/** Which rows of a page came before in the same reading of the list. */
export interface Sight {
	/** The identity of each row; undefined for rows without one. */
	keys: Array<string | undefined>;
	/** How many of its rows came before. */
	known: number;
	/** Whether its first row came before. */
	startsKnown: boolean;
	/** Whether it begins with the first row of the reading, as a page does if the API ignores positions. */
	startsOver: boolean;
	/** Whether it begins with rows that came before, in the same order. */
	isInOrder: boolean;
	/**
	 * Whether these rows at its beginning include the last row of the reading. Also true if none of its rows came
	 * before.
	 */
	goesOn: boolean;
}

/** Rows of one page with the same ID are separate rows: the second of them is remembered as the second. */
function keysOf(ids: Array<string | undefined>): Array<string | undefined> {
	const times = new Map<string, number>();
	return ids.map((id) => {
		if (id === undefined) return undefined;
		const before = times.get(id) ?? 0;
		times.set(id, before + 1);
		return before === 0 ? id : `${id} ${before}`;
	});
}

/** The rows of a list in the order of their arrival, over several readings of the list. */
export class Arrivals {
	private readonly places = new Map<string, number>();

	private start = 0;

	private end = 0;

	/** A new reading of the list begins. */
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

	/** Adds a page. Returns which of its rows are new in this reading, and which in all readings. */
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
