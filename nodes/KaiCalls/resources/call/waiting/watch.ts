import type { IDataObject } from 'n8n-workflow';

import { sleepUntil, type Time } from '../../../../shared/contract/time';
import { hasEnded } from '../../../ending/end';
import { smallest } from '../../../../shared/values/extremes';

/** Asks the API; undefined when it does not answer, which is logged there. */
export interface Look {
	call(id: string): Promise<IDataObject | undefined>;
	/** The newest calls of the account, in short. */
	newest(): Promise<IDataObject[] | undefined>;
}

/** The API may lag behind its own report, or not know the call at first: when to look again, after the last look (ms). */
const LATER_LOOKS_MS = [3_000, 10_000, 30_000];

/** How long to leave a call alone that cannot be read, unless its end is reported anew. */
const AGAIN_MS = 60_000;

/** After so many reads that failed, one who knocked gives up; the next one goes on. */
const MOST_FAILURES = 10;

/** Time between two looks at the list. */
const LIST_PAUSE_MS = 30_000;

/** How long a watch that is over still answers for its calls. */
const KEPT_MS = 600_000;

/** The times of a wait, epoch ms. */
export interface WaitTimes {
	/** When to stop waiting for ends. */
	until: number;
	/** When n8n goes on by itself. */
	latest: number;
}

/** A call to look at, because somebody said that it has ended. */
interface Report {
	/** When to look (epoch ms). */
	due: number;
	/** How often it was looked at on its account. */
	looks: number;
}

/**
 * Finds out what became of the calls that one execution waits for. Nobody signs reports, so each is but a reason to look. What has
 * ended stays so and is not read again; of what goes on, one call that was seen going on is enough to know that the wait is not
 * over. So each call is read twice at most: perhaps once while it goes on, and once when it has ended. n8n may have several processes
 * that take reports, of which each hears a part: the list of calls tells what the others have heard.
 */
export class Watch {
	private readonly ended = new Map<string, IDataObject>();

	/** Calls that may go on, oldest first. */
	private readonly unknown: Set<string>;

	/** Calls that were seen going on, with the time (epoch ms); without those whose end was reported since. */
	private readonly seenGoingOn = new Map<string, number>();

	private readonly reports = new Map<string, Report>();

	/** Whether all calls from the oldest to one that went on are known: n8n takes no reports before the wait is stored. */
	private isSwept = false;

	private isBusy = false;

	private knockedAt = -Infinity;

	private listedAt = -Infinity;

	/** From then on it need not be kept (epoch ms). */
	expiresAt: number;

	/** @param awaited ids of the calls, oldest first */
	constructor(
		awaited: readonly string[],
		private readonly times: WaitTimes,
		private readonly time: Time,
	) {
		this.unknown = new Set(awaited);
		this.expiresAt = times.latest + KEPT_MS;
	}

	/**
	 * Somebody knocks. One caller at a time looks, on behalf of all who knock meanwhile.
	 * @param reported the call that it is about, as far as anybody may say
	 * @returns for the caller who looked, the calls that have ended, when all have or the time is over; undefined otherwise
	 */
	async knock(reported: unknown, look: Look): Promise<ReadonlyMap<string, IDataObject> | undefined> {
		this.knockedAt = this.time.now();
		this.note(reported);
		if (this.isBusy) return undefined;
		this.isBusy = true;
		await this.lookAround(look);
		if (this.isOver) await this.lookOnceMore(look);
		this.isBusy = false;
		if (this.unknown.size > 0 && !this.isOver) return undefined;
		this.expiresAt = this.time.now() + KEPT_MS;
		return this.ended;
	}

	private get isOver(): boolean {
		return this.time.now() >= this.times.until;
	}

	private async lookAround(look: Look): Promise<void> {
		let failures = 0;
		for (let id = await this.next(look); id !== undefined; id = await this.next(look)) {
			if (!(await this.lookAt(id, look))) failures += 1;
			if (failures >= MOST_FAILURES) return;
		}
	}

	private note(reported: unknown): void {
		if (typeof reported === 'string' && this.unknown.has(reported)) {
			this.seenGoingOn.delete(reported);
			this.reports.set(reported, { due: this.time.now(), looks: 0 });
		} else if (typeof reported !== 'string' || !this.ended.has(reported)) {
			// It names no call of these, so it may be about any of them.
			this.seenGoingOn.clear();
		}
	}

	/** The call to look at next; undefined when there is nothing to find out before somebody knocks, or the time is over. */
	private async next(look: Look): Promise<string | undefined> {
		while (!this.isOver) {
			const id = this.reportedOne() ?? this.unheardOne();
			if (id !== undefined) return id;
			const listAt = this.isSure() ? Infinity : this.listedAt + LIST_PAUSE_MS;
			const wakeAt = smallest([listAt, ...[...this.reports.values()].map(({ due }) => due)]);
			if (wakeAt === Infinity) return undefined;
			if (listAt > this.time.now())
				await sleepUntil(wakeAt, () => this.isOver || this.reportedOne() !== undefined, this.time);
			else await this.lookAtList(look);
		}
		return undefined;
	}

	/** Whether what was seen going on still did when somebody knocked last. What was reported is looked at anyway. */
	private isSure(): boolean {
		if (this.seenGoingOn.size === 0) return true;
		return this.listedAt >= this.knockedAt || [...this.seenGoingOn.values()].some((seenAt) => seenAt >= this.knockedAt);
	}

	/** What is not on the list is older than what is; it counts as it was last seen. */
	private async lookAtList({ newest }: Look): Promise<void> {
		this.listedAt = this.time.now();
		const listed = new Map((await newest())?.map((call) => [call.id, call]));
		const now = this.time.now();
		for (const id of this.unknown) {
			const call = listed.get(id);
			if (call && hasEnded(call)) this.reports.set(id, { due: now, looks: 0 });
			else if (call && !this.reports.has(id)) this.seenGoingOn.set(id, now);
		}
	}

	private reportedOne(): string | undefined {
		for (const [id, { due }] of this.reports) if (due <= this.time.now()) return id;
		return undefined;
	}

	/** A call that may have ended unheard, unless one is known to go on: from the oldest on up to one that goes on, and from then on the newest, which ends last. */
	private unheardOne(): string | undefined {
		if (this.seenGoingOn.size > 0) return undefined;
		let newest: string | undefined;
		for (const id of this.unknown) {
			if (this.reports.has(id)) continue;
			if (!this.isSwept) return id;
			newest = id;
		}
		return newest;
	}

	/** @returns false when the API did not answer */
	private async lookAt(id: string, look: Look): Promise<boolean> {
		const report = this.reports.get(id);
		this.reports.delete(id);
		const call = await look.call(id);
		if (!call) this.putOff(id, report);
		else if (hasEnded(call)) this.end(id, call);
		else this.goesOn(id, report);
		return call !== undefined;
	}

	/** Unless its end was reported while it could not be read. */
	private putOff(id: string, { looks }: Pick<Report, 'looks'> = { looks: 0 }): void {
		if (!this.reports.has(id))
			this.reports.set(id, { due: this.time.now() + (LATER_LOOKS_MS[looks] ?? AGAIN_MS), looks: looks + 1 });
	}

	private end(id: string, call: IDataObject): void {
		this.ended.set(id, call);
		this.unknown.delete(id);
		this.reports.delete(id);
		this.seenGoingOn.delete(id);
	}

	private goesOn(id: string, report: Report | undefined): void {
		// Its end was reported while it was read.
		if (this.reports.has(id)) return;
		if (report && report.looks < LATER_LOOKS_MS.length) this.putOff(id, report);
		else this.seenGoingOn.set(id, this.time.now());
		this.isSwept ||= !report;
	}

	/** As far as n8n leaves time for it. What cannot be read now counts as what it was last known for. */
	private async lookOnceMore(look: Look): Promise<void> {
		const looking = async () => {
			for (const id of [...this.unknown]) if (!(await this.lookAt(id, look))) return;
		};
		await Promise.race([looking(), this.time.sleep(Math.max(0, this.times.latest - this.time.now()))]);
	}
}
