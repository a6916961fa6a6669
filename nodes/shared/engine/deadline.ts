import { dueWatch } from './dueWatch';

/** The same code as in the network libraries. */
const inTime = (ms: number): Error => Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' });

const stopped = (): Error => Object.assign(new Error('the run ended'), { code: 'ERR_CANCELED' });

/**
 * The end of the wait for an answer, for any behaviour of the server: n8n's own time-out counts only silence, and does
 * not know status 101.
 */
export class Deadline {
	private readonly controller = new AbortController();

	/** Fails at the deadline; never succeeds. */
	private readonly ended: Promise<never>;

	private fail: (reason: Error) => void = () => {};

	private readonly onStop = () => this.end(stopped());

	private readonly forget: () => void;

	/**
	 * @param ms from now on
	 * @param stop of the execution
	 */
	constructor(
		ms: number,
		private readonly stop?: AbortSignal,
	) {
		this.ended = new Promise((_, reject) => (this.fail = reject));
		// A rejection without a listener is normal here.
		this.ended.catch(() => {});
		this.forget = dueWatch.add(ms, () => this.end(inTime(ms)));
		if (stop?.aborted) this.onStop();
		else stop?.addEventListener('abort', this.onStop);
	}

	private end(reason: Error): void {
		this.fail(reason);
		this.controller.abort(reason);
	}

	/** Comes at the deadline, and at Stop before it. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** Work ends with the signal. Work that ignores the signal is not waited for. */
	async race<T>(begun: Promise<T>): Promise<T> {
		return await Promise.race([begun, this.ended]);
	}

	/** The wait is over. */
	clear(): void {
		this.forget();
		this.stop?.removeEventListener('abort', this.onStop);
	}
}
