import type { Time } from '../contract/time';
import { Turns, type Turn } from './turns';

/** Longest time between two checks for cancelled waiters. */
const NAP_MS = 200;

/** A waiter in a line. */
export interface Waiter extends Turn {
	/** Asked on joining, before admission, and about every 200 ms while it waits. */
	cancelled: () => boolean;
}

/** The gate at the end of a line. Its methods are called often: each must take constant time. */
export interface Gate<W, R> {
	/**
	 * Admits the front, or not.
	 * @returns 0 when it is admitted; otherwise in how many milliseconds to ask again (Infinity: not before `wake`)
	 */
	tryEnter(front: W): number;
	/** Why this waiter should stop waiting; undefined when it should not. */
	refusal?(waiter: W): R | undefined;
}

interface Standing<W, R> extends Turn {
	waiter: W;
	settle: (end: 'admitted' | 'cancelled' | R) => void;
}

/**
 * A line before a gate, in turns. For each admission only the front is checked; every 200 ms the whole line is checked
 * for waiters that were cancelled or should stop waiting. @typeParam R why a gate refuses
 */
export class WaitingLine<W extends Waiter, R = never> {
	private readonly turns = new Turns<Standing<W, R>>();

	private isPatrolled = false;

	/** When the gate will be asked again (ms, by `time`). */
	private asksAgainAt = Infinity;

	constructor(
		private readonly gate: Gate<W, R>,
		private readonly time: Time,
	) {}

	/** How many wait. */
	get length(): number {
		return this.turns.length;
	}

	/** Waits in turn until the gate admits or refuses the waiter; `cancelled` takes effect within 250 ms. */
	async join(waiter: W): Promise<'admitted' | 'cancelled' | R> {
		const end = this.endOf(waiter);
		if (end !== undefined) return end;
		const { run, urgent } = waiter;
		return await new Promise((settle) => {
			this.turns.push({ run, urgent, waiter, settle });
			this.serve();
			void this.patrol();
		});
	}

	/**
	 * The gate may have opened. It is asked only after the caller's present step, so that one step can give a place
	 * back and close the gate.
	 */
	wake(): void {
		void Promise.resolve().then(() => this.serve());
	}

	/** Admits waiters from the front while the gate allows it. */
	private serve(): void {
		for (let front = this.turns.first(); front; front = this.turns.first()) {
			const isCancelled = front.waiter.cancelled();
			const waitMs = isCancelled ? 0 : this.gate.tryEnter(front.waiter);
			if (waitMs > 0) {
				// The regular check finds longer waits.
				if (waitMs <= NAP_MS) void this.askAgainIn(waitMs);
				return;
			}
			this.turns.shift();
			front.settle(isCancelled ? 'cancelled' : 'admitted');
		}
	}

	private async askAgainIn(waitMs: number): Promise<void> {
		const at = this.time.now() + waitMs;
		if (at >= this.asksAgainAt) return;
		this.asksAgainAt = at;
		await this.time.sleep(waitMs);
		// Unless a shorter nap has replaced it.
		if (this.asksAgainAt !== at) return;
		this.asksAgainAt = Infinity;
		this.serve();
	}

	/** Checks the line every 200 ms while it is not empty. */
	private async patrol(): Promise<void> {
		if (this.isPatrolled) return;
		this.isPatrolled = true;
		while (this.turns.length > 0) {
			await this.time.sleep(NAP_MS);
			this.turns.filter(({ waiter, settle }) => {
				const end = this.endOf(waiter);
				if (end !== undefined) settle(end);
				return end === undefined;
			});
			this.serve();
		}
		this.isPatrolled = false;
	}

	/** Why a waiter leaves the line without admission. */
	private endOf(waiter: W): 'cancelled' | R | undefined {
		return waiter.cancelled() ? 'cancelled' : this.gate.refusal?.(waiter);
	}
}
