import type { Time } from '../contract/time';
import { Semaphore } from './semaphore';

/** Refused, because too many are waiting. */
export class Overload extends Error {}

/** The work here cannot be cancelled and belongs to one run: first come, first served. */
const WAITER = { run: undefined, urgent: false, cancelled: () => false };

/** Runs a few pieces of work at once; the others wait, in a line of limited length. */
export class Slots {
	private readonly semaphore: Semaphore;

	constructor(
		private readonly count: number,
		private readonly longestLine: number,
		time: Time,
	) {
		this.semaphore = new Semaphore(time);
	}

	/** @throws Overload when the line is full */
	async run<T>(work: () => Promise<T>): Promise<T> {
		const isFull = this.semaphore.waiting >= this.longestLine;
		if (isFull && !this.semaphore.hasPlace(this.count)) throw new Overload('Too many are waiting');
		await this.semaphore.acquire(this.count, WAITER);
		try {
			return await work();
		} finally {
			this.semaphore.release();
		}
	}
}
