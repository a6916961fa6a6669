import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';

import { isWithoutEffect, ItemFailure, type Failure } from '../contract/failure';
import type { Trail } from '../contract/intent';
import type { PersistentKeys } from '../contract/persistentKeys';
import type { Outcome } from '../contract/outcome';
import type { Time } from '../contract/time';
import { findAll } from './contactHistory';
import { notRecorded } from './earlierTry';
import { gate, guarded, type Guard } from './guard';
import { AT_MOST_LABEL, type DayLimit } from './nodeOptions';

/** This key is looked up. */
const countKey = (day: string, place: number): string => `at most ${day} count ${place}`;

/** Decides which of several calls gets a place. It is never looked up, because a lookup would write it. */
const placeKey = (day: string, place: number): string => `at most ${day} place ${place}`;

const overLimit = ({ most }: DayLimit, now: DateTime): Failure => ({
	kind: 'heldBack',
	message: `Not done: this tool has reached its limit for today, ${most} ("${AT_MOST_LABEL}")`,
	description: 'Nothing was sent. possibleAt says from when on it is possible.',
	held: { reason: 'atMostPerDay', possibleAt: now.plus({ days: 1 }).startOf('day').toUTC().toISO() ?? '' },
});

/**
 * Limits how often a tool may change something in a day, for all persons together. Each call takes one place of the
 * day.
 */
export class DailyLimit implements Guard {
	/** The keys that were written for an item. */
	private readonly counted = new Map<number, string[]>();

	private readonly writing: Array<Promise<void>> = [];

	/** @param of undefined if there is no limit */
	constructor(
		private readonly store: PersistentKeys,
		private readonly time: Time,
		private readonly of: (index: number) => DayLimit | undefined,
	) {}

	guarding(indexes: readonly number[], trail: Trail): Trail {
		const pass = async () => {
			for (const index of indexes) await this.pass(index);
		};
		return { ...guarded(trail, pass), change: gate(pass) };
	}

	settled(index: number, { failure }: Outcome): void {
		const keys = this.counted.get(index);
		if (!keys || !failure || !isWithoutEffect(failure)) return;
		this.counted.delete(index);
		// A key that cannot be removed holds a later call back. That is the safe side.
		this.writing.push(this.store.remove(keys).catch(() => {}));
	}

	async flush(): Promise<void> {
		await Promise.all(this.writing);
	}

	private async pass(index: number): Promise<void> {
		const limit = this.of(index);
		if (!limit || this.counted.has(index)) return;
		this.counted.set(index, await this.takePlace(limit));
	}

	/** @returns the keys that were written */
	private async takePlace(limit: DayLimit): Promise<string[]> {
		const refuse = (): never => {
			throw new ItemFailure(notRecorded);
		};
		const now = DateTime.fromMillis(this.time.now(), { zone: limit.timeZone });
		const day = now.toISODate() ?? '';
		const places = Array.from({ length: limit.most }, (_, place) => place + 1);
		const found = await findAll(
			places.map((place) => countKey(day, place)),
			this.store,
		).catch(refuse);
		for (const place of places.filter((each) => !found.has(countKey(day, each)))) {
			const [own, wanted, count] = [`at most by ${randomUUID()}`, placeKey(day, place), countKey(day, place)];
			const there = await this.store.claim(own, wanted, [count]).catch(refuse);
			if (there && !there.has(wanted)) return [own, wanted, count];
			// Another call, here or in another process of n8n, has this place.
			if (there) await this.store.remove([own]).catch(() => {});
		}
		throw new ItemFailure(overLimit(limit, now));
	}
}
