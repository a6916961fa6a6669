import { sleepUntil, type Time } from '../contract/time';
import type { KeyLog } from './keyLog';
import type { WatchedStore } from './watchedStore';

/** Length of a slot in ms. A process that has died holds at most one slot and the next. */
export const SLOT_MS = 10_000;

/** The time that a lease must have left before a write, because a slow database uses some of it. */
const LEFT_MS = SLOT_MS;

/** During a longer write, other processes may have written, if no lease kept them from it. */
export const SLOW_MS = SLOT_MS / 2;

/** A random delay, so that rivals for the same slot do not come at the same moment. */
const SPREAD_MS = SLOT_MS / 2;

/** A rival that still holds the lease after so many slots must be alive. */
const MOST_WAITS = 3;

/** The shared parts that the runs of a process need. */
interface Shared {
	log: KeyLog;
	store: WatchedStore;
	/** The same in all processes. */
	time: Time;
}

/**
 * The right of one process to write the intents of an execution at a node. The store reads and writes in two steps.
 * Without a lease, two processes that run the same execution at once (Retry pressed twice, or a worker that only seems
 * dead) would both miss a key that both are about to write. A lease lasts for slots of time; each slot is a key in the
 * store.
 */
class Lease {
	/** Slots that this process owns. */
	private readonly slots = new Set<number>();

	/** Acquires and releases, one after the other. */
	private working: Promise<unknown> = Promise.resolve();

	private runs = 0;

	constructor(
		private readonly name: string,
		private readonly shared: Shared,
	) {}

	get isHeld(): boolean {
		const { time } = this.shared;
		return this.slots.has(slotAt(time.now())) && this.slots.has(slotAt(time.now() + LEFT_MS));
	}

	/** Whether no other process can have had the lease at any moment of this time. */
	wasHeld(from: number, to: number): boolean {
		for (let slot = slotAt(from); slot <= slotAt(to); slot++) if (!this.slots.has(slot)) return false;
		return true;
	}

	join(): void {
		this.runs += 1;
	}

	/** @returns false when another process holds the lease and keeps it */
	async hold(cancelled: () => boolean): Promise<boolean> {
		if (this.isHeld) return true;
		return await this.inTurn(async () => await this.acquire(cancelled));
	}

	/** @returns whether no other run of this process uses it */
	async leave(): Promise<boolean> {
		this.runs -= 1;
		if (this.runs === 0) await this.inTurn(async () => await this.giveUp([...this.slots]));
		return this.runs === 0;
	}

	private async inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.working.then(work);
		this.working = done.catch(() => {});
		return await done;
	}

	private async acquire(cancelled: () => boolean): Promise<boolean> {
		const { time } = this.shared;
		for (let waits = 0; !this.isHeld;) {
			const now = time.now();
			if ((await this.take(slotAt(now))) && (await this.take(slotAt(now + LEFT_MS)))) continue;
			waits += 1;
			const until = startOf(slotAt(now) + 1) + Math.random() * SPREAD_MS;
			if (waits > MOST_WAITS || !(await sleepUntil(until, cancelled, time))) return false;
		}
		// A rival whose clock is behind may still check the last slot. The release does not wait: others would
		// overtake.
		void this.giveUp([...this.slots].filter((slot) => slot < slotAt(time.now()) - 1));
		return true;
	}

	/** @returns whether this process owns the slot */
	private async take(slot: number): Promise<boolean> {
		if (this.slots.has(slot)) return true;
		const key = this.keyOf(slot);
		if ((await this.shared.log.write({ keys: [key] })).has(key)) return false;
		this.slots.add(slot);
		return true;
	}

	private async giveUp(slots: number[]): Promise<void> {
		if (slots.length === 0) return;
		for (const slot of slots) this.slots.delete(slot);
		await this.shared.log.withdraw({ keys: slots.map((slot) => this.keyOf(slot)) });
	}

	private keyOf = (slot: number): string => `lease ${this.name} ${slot}`;
}

const slotAt = (epochMs: number): number => Math.floor(epochMs / SLOT_MS);

const startOf = (slot: number): number => slot * SLOT_MS;

/** A lease as one run uses it. */
export class RunLease {
	private hasJoined = false;

	private isRefused = false;

	private isSlow = false;

	constructor(
		private readonly leases: Leases,
		private readonly name: string,
		private readonly cancelled: () => boolean,
	) {}

	/** A write in this time was certainly by this process alone. */
	get isHeld(): boolean {
		return !this.wasHeldUp && this.hasJoined && this.leases.of(this.name).isHeld;
	}

	/** A write took so long that another process may have had the lease meanwhile. */
	get wasHeldUp(): boolean {
		return this.isSlow;
	}

	/** A write that begins now ends before another process can have the lease. */
	get coversWrite(): boolean {
		const now = this.leases.shared.time.now();
		return !this.wasHeldUp && this.hasJoined && this.leases.of(this.name).wasHeld(now, now + SLOW_MS);
	}

	/** Since a write, another process may have had the lease: the store may not be true about that write. */
	get hasRunOut(): boolean {
		const now = this.leases.shared.time.now();
		return this.wasHeldUp || !this.leases.of(this.name).wasHeld(now, now);
	}

	/**
	 * When n8n or its database stood still in the middle of a write, epoch ms. If another process may have written
	 * meanwhile, its keys may be missing in the store.
	 */
	noteSlowWrite(from: number, to: number): void {
		this.isSlow ||= !this.hasJoined || !this.leases.of(this.name).wasHeld(from, to);
	}

	/** @returns false when the run must not send anything more */
	async hold(): Promise<boolean> {
		if (this.isRefused || this.wasHeldUp) return false;
		const lease = this.leases.of(this.name);
		if (!this.hasJoined) lease.join();
		this.hasJoined = true;
		const isHeld = await lease.hold(() => this.isRefused || this.cancelled());
		this.isRefused ||= !isHeld;
		return isHeld && !this.wasHeldUp;
	}

	/** Call this when the run is over. */
	async release(): Promise<void> {
		this.leases.forget(this);
		if (!this.hasJoined) return;
		this.hasJoined = false;
		await this.leases.leave(this.name);
	}
}

/** The leases of a process's runs, for the executions at a node. */
export class Leases {
	private readonly byName = new Map<string, Lease>();

	/** The leases that are not released. */
	private readonly runs = new Set<RunLease>();

	constructor(readonly shared: Shared) {
		shared.store.onSlowWrite = (from, to) => {
			for (const run of this.runs) run.noteSlowWrite(from, to);
		};
	}

	/** No lease is held. */
	get isIdle(): boolean {
		return [...this.byName.values()].every(({ isHeld }) => !isHeld);
	}

	/** @param name identifies the run of the node in all tries of the execution */
	ofRun(name: string, cancelled: () => boolean): RunLease {
		const run = new RunLease(this, name, cancelled);
		this.runs.add(run);
		return run;
	}

	forget(run: RunLease): void {
		this.runs.delete(run);
	}

	of(name: string): Lease {
		const lease = this.byName.get(name) ?? new Lease(name, this.shared);
		this.byName.set(name, lease);
		return lease;
	}

	async leave(name: string): Promise<void> {
		if (await this.of(name).leave()) this.byName.delete(name);
	}
}
