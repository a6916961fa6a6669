import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../shared/contract/failure';
import type { Time } from '../../shared/contract/time';
import { Overload, Slots } from '../../shared/limits/slots';
import { hasEnded } from '../ending/end';
import type { UrgentCallReader } from '../ending/readCall';
import { ExpiringSet } from './expiringSet';

const MINUTE_MS = 60_000;

/** How many requests may run at once for these checks; the account's other requests are free for users' runs. */
const AT_ONCE = 3;

/** The API may not know a call yet when its report comes: pauses before each look (ms). */
const UNKNOWN_LOOKS_MS = [0, 1_000, 2_000, 5_000, 12_000];

/** The API may be slower than its own report: the first pause, which then doubles, and the longest (ms). */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** A look may fail for a while, for example if n8n's database is busy: pauses before the next tries (ms). */
const AFTER_FAILURES_MS = [5_000, 20_000, 60_000, 120_000, 300_000];

/**
 * How long a look may hold its place: the first one, and later ones (ms). So a genuine report starts its run in time
 * even behind three unanswered looks.
 */
const FIRST_WITHIN_MS = 2_000;
const LATER_WITHIN_MS = 10_000;

/** The vendor refuses the key, so another try would fail, too. */
const isFinal = (failure: unknown): boolean =>
	failure instanceof ItemFailure && [401, 403].includes(failure.failure.status ?? 0);

/** How long to follow a call that has not ended although a report says so. */
const LONGEST_LAG_MS = 10 * MINUTE_MS;

/** Limit for looks at unknown calls: a tenth of the 300 reads per minute of an account (docs/vendors/kaicalls.md#limits). */
const VAIN_PER_MINUTE = 30;

/** Statuses with which the API may answer an unknown ID. It may answer with some of them to a key that may not read calls, too. */
const OF_UNKNOWN_ID: ReadonlySet<unknown> = new Set([400, 403, 404, 410, 422]);

const mayBeOfId = (failure: unknown): boolean =>
	failure instanceof ItemFailure && OF_UNKNOWN_ID.has(failure.failure.status);

/** Looks of an account that found no call; all its triggers share them. */
export const newVainLooks = (time: Time): ExpiringSet =>
	new ExpiringSet(time, { forMs: MINUTE_MS, capacity: VAIN_PER_MINUTE });

/**
 * If that limit is used up, the list of the newest calls shows which other reports are genuine: how often to read it,
 * and how long to wait (ms).
 */
const LIST_PAUSE_MS = 10_000;
const LONGEST_WAIT_MS = 3 * MINUTE_MS;

/** Most unknown calls at the same time. */
const MOST_UNKNOWN = 1_000;

const UNWANTED = 500;

/** Result of the check of a report. */
export type Finding = { call: IDataObject } | { givenUp: 'unknown' | 'goesOn' };

/** The check of one call. */
export interface CallCheck {
	/** Resolves if the check needs more than one look; otherwise perhaps never. */
	takesLonger: Promise<void>;
	/** Rejects with Overload if there are too many unknown calls, with ItemFailure if the API does not answer. */
	end: Promise<Finding>;
}

/**
 * Checks the calls of unsigned reports, for one trigger. A known call is followed until it has ended, for
 * any number of calls at once. Unknown calls share a small part of the account's limit, so that made-up reports cannot
 * use it up.
 */
export class CallChecks {
	private readonly slots: Slots;

	private readonly unwanted: ExpiringSet;

	private readonly underWay = new Map<string, CallCheck>();

	private readonly unknown = new Set<string>();

	private listed = { at: -Infinity, ids: Promise.resolve<ReadonlySet<unknown> | undefined>(undefined) };

	constructor(
		private readonly time: Time,
		private readonly inVain = newVainLooks(time),
	) {
		this.slots = new Slots(AT_ONCE, Infinity, time);
		this.unwanted = new ExpiringSet(time, { forMs: MINUTE_MS, capacity: UNWANTED });
	}

	/** The check of a call; all reports of the same call share it. */
	about(id: string, lookUp: UrgentCallReader): CallCheck {
		const same = this.underWay.get(id);
		if (same) return same;
		let delay = () => {};
		const takesLonger = new Promise<void>((resolve) => (delay = resolve));
		const end = this.find(id, lookUp, delay).finally(() => {
			this.underWay.delete(id);
			this.unknown.delete(id);
		});
		const callCheck = { takesLonger, end };
		this.underWay.set(id, callCheck);
		return callCheck;
	}

	/** Remembers an ended call that the user did not select. A call that is unknown or has not ended may still start a run. */
	noteUnwanted(id: string): void {
		this.unwanted.note(id);
	}

	isUnwanted(id: string): boolean {
		return this.unwanted.has(id);
	}

	private async find(id: string, lookUp: UrgentCallReader, delay: () => void): Promise<Finding> {
		const known = await this.identify(id, lookUp, delay);
		this.unknown.delete(id);
		return known ? await this.follow(id, known, lookUp, delay) : { givenUp: 'unknown' };
	}

	/** Returns the call as soon as the API knows it. */
	private async identify(id: string, lookUp: UrgentCallReader, delay: () => void): Promise<IDataObject | undefined> {
		if (this.unknown.size >= MOST_UNKNOWN && !(await this.isListed(id, lookUp)))
			throw new Overload('Too many reports are about unknown calls');
		this.unknown.add(id);
		const latest = this.time.now() + LONGEST_WAIT_MS;
		for (const pause of UNKNOWN_LOOKS_MS) {
			if (pause > 0) {
				delay();
				await this.time.sleep(pause);
			}
			const call = await this.lookInShare(id, lookUp, { delay, latest });
			if (call) return call;
		}
		return undefined;
	}

	/** Looks at a call that may be made up, within the limit for such looks. */
	private async lookInShare(
		id: string,
		lookUp: UrgentCallReader,
		{ delay, latest }: { delay: () => void; latest: number },
	): Promise<IDataObject | undefined> {
		let isTrue = false;
		while (this.time.now() <= latest) {
			const looked = await this.inSlot(
				async (withinMs) =>
					isTrue || this.inVain.count < VAIN_PER_MINUTE ? { call: await this.look(id, lookUp, withinMs) } : undefined,
				delay,
			);
			if (looked) return looked.call;
			isTrue = await this.isListed(id, lookUp);
			if (isTrue) continue;
			delay();
			await this.time.sleep(LIST_PAUSE_MS);
		}
		return undefined;
	}

	/** Any look that finds no call counts, with any answer of the API. */
	private async look(id: string, lookUp: UrgentCallReader, withinMs: number): Promise<IDataObject | undefined> {
		const looked = lookUp.call(id, withinMs);
		const failure = await looked.then(
			(call) => (call ? undefined : {}),
			(thrown: unknown) => ({ thrown }),
		);
		if (failure) this.noteVain(id);
		const isOfId =
			failure && 'thrown' in failure && mayBeOfId(failure.thrown) && (await this.newestIds(lookUp)) !== undefined;
		return isOfId ? undefined : await looked;
	}

	private noteVain(id: string): void {
		this.inVain.note(`${id} ${this.time.now()}`);
	}

	/** A look without an answer in time frees its place for the next and is tried again later. */
	private async inSlot<T>(work: (withinMs: number) => Promise<T>, delay: () => void): Promise<T> {
		let withinMs = FIRST_WITHIN_MS;
		for (const pause of AFTER_FAILURES_MS) {
			const done = await this.slots
				.run(async () => await work(withinMs))
				.then(
					(result) => ({ result }),
					(failure: unknown) => ({ failure }),
				);
			if ('result' in done) return done.result;
			if (isFinal(done.failure)) throw done.failure;
			delay();
			await this.time.sleep(pause);
			withinMs = LATER_WITHIN_MS;
		}
		return await this.slots.run(async () => await work(withinMs));
	}

	private async isListed(id: string, lookUp: UrgentCallReader): Promise<boolean> {
		return (await this.newestIds(lookUp))?.has(id) ?? false;
	}

	/** IDs of the newest calls, read at most once in LIST_PAUSE_MS; undefined if they could not be read. */
	private async newestIds(lookUp: UrgentCallReader): Promise<ReadonlySet<unknown> | undefined> {
		const now = this.time.now();
		if (now - this.listed.at >= LIST_PAUSE_MS) {
			const ids = lookUp.newest().then(
				(calls) => new Set<unknown>(calls.map((call) => call.id)),
				() => undefined,
			);
			this.listed = { at: now, ids };
		}
		return await this.listed.ids;
	}

	/** Returns the call as soon as it has ended. */
	private async follow(id: string, known: IDataObject, lookUp: UrgentCallReader, delay: () => void): Promise<Finding> {
		const latest = this.time.now() + LONGEST_LAG_MS;
		let call = known;
		for (let pause = FIRST_PAUSE_MS; !hasEnded(call); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
			if (this.time.now() >= latest) return { givenUp: 'goesOn' };
			delay();
			await this.time.sleep(pause);
			call = (await this.inSlot(async (withinMs) => await lookUp.call(id, withinMs), delay)) ?? call;
		}
		return { call };
	}
}
