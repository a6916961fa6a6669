import { sleepUntil, type Time } from '../contract/time';
import type { KeyLog } from './keyLog';
import type { WatchedStore } from './watchedStore';

/** A process that has died holds a slot and the next one, no more. */
export const SLOT_MS = 10_000;

/** How much of its time a lease has left, at least, when something is about to be written: a slow database takes some of it. */
const LEFT_MS = SLOT_MS;

/** What takes longer may have been overtaken by other processes, where no lease kept them from writing. */
export const SLOW_MS = SLOT_MS / 2;

/** Rivals that wait for the same slot do not come at the same instant. */
const SPREAD_MS = SLOT_MS / 2;

/** After so many slots, a rival must be alive. */
const MOST_WAITS = 3;

/** What the runs of a process need of what they share. */
interface Shared {
	log: KeyLog;
	store: WatchedStore;
	/** The same in all processes. */
	time: Time;
}

/**
 * The right of one process to write the intents of an execution at a node. The store reads and writes in two steps, so that two
 * processes that run the same execution at once (Retry pressed twice, or while a worker that counts as dead goes on) would both
 * find a key missing that both are about to write. It lasts for slots of time, each a key in the store.
 */
class Lease {
	/** Slots whose keys are ours. */
	private readonly slots = new Set<number>();

	/** Acquiring or giving up, one after the other. */
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

	/** Whether no other process can have had it at any moment of this time. */
	wasHeld(from: number, to: number): boolean {
		for (let slot = slotAt(from); slot <= slotAt(to); slot++) if (!this.slots.has(slot)) return false;
		return true;
	}

	join(): void {
		this.runs += 1;
	}

	/** @returns false when another process holds it and does not let go */
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
		// A rival whose clock is behind may still look at the last one. Nobody waits for it: others would overtake.
		void this.giveUp([...this.slots].filter((slot) => slot < slotAt(time.now()) - 1));
		return true;
	}

	/** @returns whether the slot is ours */
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

	/** What is written may be taken for ours alone. */
	get isHeld(): boolean {
		return !this.wasHeldUp && this.hasJoined && this.leases.of(this.name).isHeld;
	}

	/** A write took so long that another process may have had it meanwhile. */
	get wasHeldUp(): boolean {
		return this.isSlow;
	}

	/** Since something was written, another process may have had it: what the store says of that may not be true. */
	get hasRunOut(): boolean {
		const now = this.leases.shared.time.now();
		return this.wasHeldUp || !this.leases.of(this.name).wasHeld(now, now);
	}

	/**
	 * n8n, or its database, was held up in the middle of a write, epoch ms. Where another process may have written meanwhile, what is
	 * in the store says no more what it has done.
	 */
	noteSlowWrite(from: number, to: number): void {
		this.isSlow ||= !this.hasJoined || !this.leases.of(this.name).wasHeld(from, to);
	}

	/** @returns false when the run must not send anything any more */
	async hold(): Promise<boolean> {
		if (this.isRefused || this.wasHeldUp) return false;
		const lease = this.leases.of(this.name);
		if (!this.hasJoined) lease.join();
		this.hasJoined = true;
		const isHeld = await lease.hold(() => this.isRefused || this.cancelled());
		this.isRefused ||= !isHeld;
		return isHeld && !this.wasHeldUp;
	}

	/** To be called when the run is over. */
	async release(): Promise<void> {
		this.leases.forget(this);
		if (!this.hasJoined) return;
		this.hasJoined = false;
		await this.leases.leave(this.name);
	}
}

/** The leases that the runs of a process have of the executions at a node. */
export class Leases {
	private readonly byName = new Map<string, Lease>();

	/** Those that are not released. */
	private readonly runs = new Set<RunLease>();

	constructor(readonly shared: Shared) {
		shared.store.onSlowWrite = (from, to) => {
			for (const run of this.runs) run.noteSlowWrite(from, to);
		};
	}

	/** None is held. */
	get isIdle(): boolean {
		return [...this.byName.values()].every(({ isHeld }) => !isHeld);
	}

	/** @param name stands for the run of the node in all tries of the execution */
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
