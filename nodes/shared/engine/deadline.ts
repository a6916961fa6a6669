import { dueWatch } from './dueWatch';

/** What the network libraries call it, too. */
const inTime = (ms: number): Error => Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' });

const stopped = (): Error => Object.assign(new Error('the run ended'), { code: 'ERR_CANCELED' });

/** When the wait for an answer ends, whatever the server does: n8n's own time-out counts silence only, and knows no status 101. */
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
		// Mostly nobody waits when it comes.
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

	/** What is begun ends with the signal; where it does not, nobody waits for it any longer. */
	async race<T>(begun: Promise<T>): Promise<T> {
		return await Promise.race([begun, this.ended]);
	}

	/** Nothing more is waited for. */
	clear(): void {
		this.forget();
		this.stop?.removeEventListener('abort', this.onStop);
	}
}
