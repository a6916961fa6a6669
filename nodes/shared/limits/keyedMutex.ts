import { notSent } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';

/** Work that waits for earlier work. */
interface Waiting {
	/** Stop was pressed, or the run is over. */
	cancelled: () => boolean;
	time: Time;
}

/** Mutual exclusion by key: two pieces of work that share a key never overlap. */
export class KeyedMutex {
	/** The last piece of work with each key. */
	private readonly lastWith = new Map<string, Promise<unknown>>();

	/**
	 * Starts the work when all earlier work with any of these keys has ended, in success or failure. Cancelled work
	 * stops waiting; later work waits on.
	 * @returns the work's result
	 * @throws the work's error; ItemFailure of kind `skipped` when it was cancelled before it began
	 */
	async runExclusive<T>(keys: string[], work: () => Promise<T>, { cancelled, time }: Waiting): Promise<T> {
		const earlier = keys.flatMap((key) => this.lastWith.get(key) ?? []);
		let isWaiting = earlier.length > 0;
		const result = Promise.allSettled(earlier).then(async () => {
			isWaiting = false;
			if (earlier.length > 0 && cancelled()) throw notSent();
			return await work();
		});
		for (const key of keys) this.lastWith.set(key, result);
		const free = result.finally(() => {
			for (const key of keys) if (this.lastWith.get(key) === result) this.lastWith.delete(key);
		});
		const leaving = async (): Promise<T> => {
			await sleepUntil(Infinity, () => !isWaiting || cancelled(), time);
			if (isWaiting) throw notSent();
			return await free;
		};
		return await (isWaiting ? Promise.race([free, leaving()]) : free);
	}
}
