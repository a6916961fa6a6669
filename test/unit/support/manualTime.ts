import { setImmediate } from 'node:timers/promises';
import type { Time } from '../../../nodes/shared/contract/time';

interface Sleeper {
	wakeAt: number;
	wake: () => void;
}

/** More wake-ups than any work here needs; beyond that it waits for ever. */
const MOST_WAKE_UPS = 100_000;

/** A clock that stands still until everybody sleeps, and then jumps to the first who wakes. */
export class ManualTime implements Time {
	private sleepers: Sleeper[] = [];

	constructor(private current = 1_700_000_000_000) {}

	now(): number {
		return this.current;
	}

	async sleep(milliseconds: number): Promise<void> {
		const wakeAt = this.current + Math.max(0, milliseconds);
		await new Promise<void>((wake) => this.sleepers.push({ wakeAt, wake }));
	}

	/** Lets time pass until `work` is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const markDone = () => (isDone = true);
		work.then(markDone, markDone);
		for (let wakeUps = 0; wakeUps < MOST_WAKE_UPS; wakeUps++) {
			await setImmediate();
			if (isDone) return await work;
			this.wakeNext();
		}
		throw new Error('The work never ends');
	}

	private wakeNext(): void {
		const first = Math.min(...this.sleepers.map(({ wakeAt }) => wakeAt));
		const next = this.sleepers.findIndex(({ wakeAt }) => wakeAt === first);
		const [sleeper] = this.sleepers.splice(next, 1);
		if (!sleeper) throw new Error('Nobody sleeps, but the work is not done: it waits for itself');
		this.current = Math.max(this.current, sleeper.wakeAt);
		sleeper.wake();
	}
}
