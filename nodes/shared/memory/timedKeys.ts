import type { PersistentKeys } from '../contract/persistentKeys';

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;

/**
 * How far the clock of another process may be ahead, or how far this clock may have been ahead before it was set back.
 */
const MOST_AHEAD_MS = 10 * MINUTE_MS;

/** Whole minutes since the epoch. */
type Minute = number;

const minuteOf = (epochMs: number): Minute => Math.floor(epochMs / MINUTE_MS);

const range = (first: number, last: number): number[] =>
	Array.from({ length: last - first + 1 }, (_, place) => first + place);

const hourKey = (deed: string, hour: number): string => `deed ${deed} hour ${hour}`;

const minuteKey = (deed: string, minute: Minute): string => `deed ${deed} minute ${minute}`;

const doneKey = (deed: string, minute: Minute): string => `${minuteKey(deed, minute)} done`;

/** When a deed of this time no longer counts; its minute counts as a whole. All in (epoch) ms. */
export const countsUntil = (at: number, forMs: number): number => (minuteOf(at) + 1) * MINUTE_MS + forMs;

/** Whether two times (epoch ms) have the same note. */
export const isSameMinute = (one: number, other: number): boolean => minuteOf(one) === minuteOf(other);

/** A deed with a note. */
export interface Noted {
	/** Beginning of its minute, epoch ms. */
	at: number;
	isDone: boolean;
}

/**
 * The time of a deed, in a store without times, which knows only whether a key exists. So the time is in the key. An
 * hour's key says whether its minutes must be looked up.
 */
export class TimedKeys {
	constructor(private readonly store: PersistentKeys) {}

	/** @returns the last time from `since` (epoch ms) on; its minute counts as a whole. Another process may be ahead of `now`. */
	async last(deed: string, since: number, now: number): Promise<Noted | undefined> {
		const [first, last] = [minuteOf(since), minuteOf(now + MOST_AHEAD_MS)];
		const hours = range(Math.floor(first / MINUTES_AN_HOUR), Math.floor(last / MINUTES_AN_HOUR));
		const hoursThere = await this.store.find(hours.map((hour) => hourKey(deed, hour)));
		const minutes = hours
			.filter((hour) => hoursThere.has(hourKey(deed, hour)))
			.flatMap((hour) =>
				range(Math.max(first, hour * MINUTES_AN_HOUR), Math.min(last, (hour + 1) * MINUTES_AN_HOUR - 1)),
			);
		if (minutes.length === 0) return undefined;
		const there = await this.store.find(minutes.flatMap((minute) => [minuteKey(deed, minute), doneKey(deed, minute)]));
		const found = minutes.findLast((minute) => there.has(minuteKey(deed, minute)));
		return found === undefined ? undefined : { at: found * MINUTE_MS, isDone: there.has(doneKey(deed, found)) };
	}

	/**
	 * Notes that it is about to be done.
	 * @param own a key that no other process stores
	 * @param known time of an earlier note that does not prevent it
	 * @returns the keys that were written; undefined when another process does it in the same minute, or in a
	 * neighbouring one
	 */
	async begin(deed: string, own: string, now: number, known?: number): Promise<string[] | undefined> {
		const minute = minuteOf(now);
		const [wanted, hour] = [minuteKey(deed, minute), hourKey(deed, Math.floor(minute / MINUTES_AN_HOUR))];
		const there = await this.store.claim(own, wanted, [hour]);
		const written = [own, wanted, hour].filter((key) => !there?.has(key));
		// A process that begins on the other side of a full minute has written another key.
		const beside = [minute - 1, minute + 1]
			.filter((each) => known === undefined || each !== minuteOf(known))
			.map((each) => minuteKey(deed, each));
		const isFree = there && !there.has(wanted) && (await this.store.find(beside)).size === 0;
		if (isFree) return written;
		if (there) await this.store.remove(there.has(wanted) ? [own] : written);
		return undefined;
	}

	async done(deed: string, at: number): Promise<void> {
		await this.store.add([doneKey(deed, minuteOf(at))]);
	}

	/** Removes the keys that `begin` has written. */
	async withdraw(written: readonly string[]): Promise<void> {
		await this.store.remove(written);
	}
}
