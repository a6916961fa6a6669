import type { IDataObject } from 'n8n-workflow';

import { sleepUntil, type Time } from '../../../../shared/contract/time';
import { hasEnded } from '../../../ending/end';
import { smallest } from '../../../../shared/values/extremes';

/** Reads calls from the API. Each method returns undefined if the API does not answer, and logs it. */
export interface Look {
	call(id: string): Promise<IDataObject | undefined>;
	/** The newest calls of the account, without details. */
	newest(): Promise<IDataObject[] | undefined>;
}

/** The API may be slower than its own report, or not know the call at first: pauses before the next looks (ms). */
const LATER_LOOKS_MS = [3_000, 10_000, 30_000];

/** How long to wait after further looks without a result, unless a new report comes. */
const AGAIN_MS = 60_000;

/** After so many failed reads, this caller stops; the next caller continues. */
const MOST_FAILURES = 10;

/** Shortest time between two reads of the list. */
const LIST_PAUSE_MS = 30_000;

/** How long a finished watch still answers for its calls. */
const KEPT_MS = 600_000;

/** The times of a wait, epoch ms. */
export interface WaitTimes {
	/** When the node stops waiting for ends. */
	until: number;
	/** When n8n continues the execution itself. */
	latest: number;
}

/** A call to read, because a report says that it has ended. */
interface Report {
	/** When to read it (epoch ms). */
	due: number;
	/** How often it was read because of this report. */
	looks: number;
}

/**
 * Finds out which calls of one waiting execution have ended. Reports are unsigned, so a report is only a reason to read
 * the call. An ended call is not read again. One call that has not ended is enough to know that the wait is not over.
 * So each call is read twice at most: perhaps once before its end, and once after it. With several n8n processes, each
 * gets only a part of the reports: the list of calls shows the ends that others have heard of.
 */
export class Watch {
	private readonly ended = new Map<string, IDataObject>();

	/** Calls that are not known to have ended, oldest first. */
	private readonly unknown: Set<string>;

	/** Calls that had not ended when they were read, with that time (epoch ms). A report of its end removes a call. */
	private readonly seenGoingOn = new Map<string, number>();

	private readonly reports = new Map<string, Report>();

	/** Whether all calls, from the oldest to one that had not ended, were read: n8n takes no reports before the wait is stored. */
	private isFirstRoundDone = false;

	private isBusy = false;

	private lastReportAt = -Infinity;

	private listedAt = -Infinity;

	/** After this time it need not be kept (epoch ms). */
	expiresAt: number;

	/** @param awaited IDs of the calls, oldest first */
	constructor(
		awaited: readonly string[],
		private readonly times: WaitTimes,
		private readonly time: Time,
	) {
		this.unknown = new Set(awaited);
		this.expiresAt = times.latest + KEPT_MS;
	}

	/**
	 * Handles a report. One caller at a time reads calls, for all reports that come meanwhile.
	 * @param reported ID of the call in the report, unverified
	 * @returns the ended calls, for the caller that has read them, if all calls have ended or the time is over;
	 * otherwise undefined
	 */
	async handleReport(reported: unknown, look: Look): Promise<ReadonlyMap<string, IDataObject> | undefined> {
		this.lastReportAt = this.time.now();
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
			// The report names none of these calls, so it may be about any of them.
			this.seenGoingOn.clear();
		}
	}

	/** ID of the call to read next; undefined if there is nothing to read before the next report, or the time is over. */
	private async next(look: Look): Promise<string | undefined> {
		while (!this.isOver) {
			const id = this.callWithReport() ?? this.callWithoutReport();
			if (id !== undefined) return id;
			const listAt = this.isSure() ? Infinity : this.listedAt + LIST_PAUSE_MS;
			const wakeAt = smallest([listAt, ...[...this.reports.values()].map(({ due }) => due)]);
			if (wakeAt === Infinity) return undefined;
			if (listAt > this.time.now())
				await sleepUntil(wakeAt, () => this.isOver || this.callWithReport() !== undefined, this.time);
			else await this.lookAtList(look);
		}
		return undefined;
	}

	/** Whether a call was still seen going on after the last report. Calls with a report are read anyway. */
	private isSure(): boolean {
		if (this.seenGoingOn.size === 0) return true;
		return (
			this.listedAt >= this.lastReportAt || [...this.seenGoingOn.values()].some((seenAt) => seenAt >= this.lastReportAt)
		);
	}

	/** A call that is missing from the list is older than those on it; its last known state stays. */
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

	private callWithReport(): string | undefined {
		for (const [id, { due }] of this.reports) if (due <= this.time.now()) return id;
		return undefined;
	}

	/**
	 * The call to read next, to find an end that no report told. Undefined if one call is known to go on. The first
	 * round reads from the oldest call to one that goes on; later rounds read the newest, which probably ends last.
	 */
	private callWithoutReport(): string | undefined {
		if (this.seenGoingOn.size > 0) return undefined;
		let newest: string | undefined;
		for (const id of this.unknown) {
			if (this.reports.has(id)) continue;
			if (!this.isFirstRoundDone) return id;
			newest = id;
		}
		return newest;
	}

	/** @returns false if the API did not answer */
	private async lookAt(id: string, look: Look): Promise<boolean> {
		const report = this.reports.get(id);
		this.reports.delete(id);
		const call = await look.call(id);
		if (!call) this.putOff(id, report);
		else if (hasEnded(call)) this.end(id, call);
		else this.goesOn(id, report);
		return call !== undefined;
	}

	/** Reads the call later, unless a report came during the read. */
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
		// A report came during the read.
		if (this.reports.has(id)) return;
		if (report && report.looks < LATER_LOOKS_MS.length) this.putOff(id, report);
		else this.seenGoingOn.set(id, this.time.now());
		this.isFirstRoundDone ||= !report;
	}

	/** Reads all remaining calls, until n8n continues. A call that cannot be read keeps its last known state. */
	private async lookOnceMore(look: Look): Promise<void> {
		const looking = async () => {
			for (const id of [...this.unknown]) if (!(await this.lookAt(id, look))) return;
		};
		await Promise.race([looking(), this.time.sleep(Math.max(0, this.times.latest - this.time.now()))]);
	}
}
