import type { Time } from '../executor/time';
import { Turns, type Turn } from './turns';

/** Longest time between two looks at who has been cancelled. */
const NAP_MS = 200;

/** What stands in a line. */
export interface Waiter extends Turn {
	/** Asked on joining, before admission, and about every 200 ms while it waits. */
	cancelled: () => boolean;
}

/** What a line leads to. Its methods are asked often: each must take constant time. */
export interface Gate<W, R> {
	/**
	 * Lets the front in, or not.
	 * @returns 0 when it is in; otherwise in how many milliseconds it is worth asking again (Infinity: not before `wake`)
	 */
	tryEnter(front: W): number;
	/** Why this one should not wait any longer; undefined when it should. */
	refusal?(waiter: W): R | undefined;
}

interface Standing<W, R> extends Turn {
	waiter: W;
	settle: (end: 'admitted' | 'cancelled' | R) => void;
}

/**
 * A line before a gate, in turns. Only the front is asked for each admission; the whole line is looked through each 200 ms, for
 * those who were cancelled or should not wait any longer.
 * @typeParam R why a gate refuses
 */
export class WaitingLine<W extends Waiter, R = never> {
	private readonly turns = new Turns<Standing<W, R>>();

	private isPatrolled = false;

	/** When the gate will be asked again because of what it said (ms, by `time`). */
	private asksAgainAt = Infinity;

	constructor(
		private readonly gate: Gate<W, R>,
		private readonly time: Time,
	) {}

	/** How many wait. */
	get length(): number {
		return this.turns.length;
	}

	/** Waits in turn until the gate lets it in or refuses it; `cancelled` is heard within 250 ms. */
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
	 * Tells that the gate may have opened. It is asked only when the caller's present step is over, so that a place can be given
	 * back and the gate be closed in one step.
	 */
	wake(): void {
		void Promise.resolve().then(() => this.serve());
	}

	/** Lets in from the front as long as the gate allows. */
	private serve(): void {
		for (let front = this.turns.first(); front; front = this.turns.first()) {
			const isCancelled = front.waiter.cancelled();
			const waitMs = isCancelled ? 0 : this.gate.tryEnter(front.waiter);
			if (waitMs > 0) {
				// A longer wait is found out by the patrol.
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
		// Unless a shorter nap has taken its place.
		if (this.asksAgainAt !== at) return;
		this.asksAgainAt = Infinity;
		this.serve();
	}

	/** Goes along the line each 200 ms, as long as there is one. */
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
