/** Timers take no longer time than 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** What the network libraries call it, too. */
const inTime = (ms: number): Error => Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' });

const stopped = (): Error => Object.assign(new Error('the run ended'), { code: 'ERR_CANCELED' });

/** When the wait for an answer ends, whatever the server does: n8n's own time-out counts silence only, and knows no status 101. */
export class Deadline {
	private readonly controller = new AbortController();

	private readonly timer: AbortSignal;

	private readonly onTime = () => this.controller.abort(inTime(this.ms));

	private readonly onStop = () => this.controller.abort(stopped());

	/**
	 * @param ms from now on
	 * @param stop of the execution
	 */
	constructor(
		private readonly ms: number,
		private readonly stop?: AbortSignal,
	) {
		this.timer = AbortSignal.timeout(Math.min(Math.ceil(ms), LONGEST_MS));
		this.timer.addEventListener('abort', this.onTime);
		if (stop?.aborted) this.onStop();
		else stop?.addEventListener('abort', this.onStop);
	}

	/** Comes at the deadline, and at Stop before it. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** What is begun ends with the signal; where it does not, nobody waits for it any longer. */
	async race<T>(begun: Promise<T>): Promise<T> {
		const { signal } = this;
		let onAbort = () => {};
		const ended = new Promise<never>((_, reject) => {
			onAbort = () => reject(signal.reason);
			if (signal.aborted) onAbort();
			else signal.addEventListener('abort', onAbort);
		});
		return await Promise.race([begun, ended]).finally(() => signal.removeEventListener('abort', onAbort));
	}

	/** Nothing more is waited for. */
	clear(): void {
		this.timer.removeEventListener('abort', this.onTime);
		this.stop?.removeEventListener('abort', this.onStop);
	}
}
