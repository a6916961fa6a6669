import type { Time } from '../contract/time';
import { WaitingLine, type Waiter } from './waitingLine';

interface Acquisition extends Waiter {
	max: number;
}

/**
 * Places, with a maximum that each acquisition sets for itself. A waiting acquisition with a small maximum holds up the
 * line behind it.
 */
export class Semaphore {
	private taken = 0;

	private readonly line: WaitingLine<Acquisition>;

	constructor(time: Time) {
		const tryEnter = ({ max }: Acquisition) => {
			if (!this.hasPlace(max)) return Infinity;
			this.taken += 1;
			return 0;
		};
		this.line = new WaitingLine({ tryEnter }, time);
	}

	/** How many wait. */
	get waiting(): number {
		return this.line.length;
	}

	hasPlace(max: number): boolean {
		return this.taken < max;
	}

	/**
	 * Waits until fewer than `max` places (at least 1) are taken. An admitted caller must call `release` afterwards.
	 * @returns false when `cancelled` turned true first
	 */
	async acquire(max: number, waiter: Waiter): Promise<boolean> {
		return (await this.line.join({ ...waiter, max })) === 'admitted';
	}

	release(): void {
		this.taken -= 1;
		this.line.wake();
	}
}

const byAccount = new Map<string, Semaphore>();

/** The semaphore of an account in this process, shared by all nodes and executions. */
export function semaphoreOf(account: string, time: Time): Semaphore {
	const semaphore = byAccount.get(account) ?? new Semaphore(time);
	byAccount.set(account, semaphore);
	return semaphore;
}
