import { sleepUntil, type Time } from '../contract/time';

/**
 * How many requests of a run may leave before the first answer. Some limits would let a whole run out at once with a
 * wrong key.
 */
const FIRST = 5;

/** How long the other requests wait for this answer, in ms: a vendor may be slow. */
const PATIENCE_MS = 30_000;

/** Holds the requests of a run back until one of the first has an answer. */
export class FirstAnswer {
	private begun = 0;

	private hasCome = false;

	private tell: () => void = () => {};

	private readonly coming = new Promise<void>((resolve) => (this.tell = resolve));

	private waiting: Promise<unknown> | undefined;

	/** @param cancelled the run has ended */
	constructor(
		private readonly time: Time,
		private readonly cancelled: () => boolean,
	) {}

	/** Call this before each request leaves. */
	async wait(): Promise<void> {
		this.begun += 1;
		if (this.hasCome || this.begun <= FIRST) return;
		const until = this.time.now() + PATIENCE_MS;
		this.waiting ??= Promise.race([this.coming, sleepUntil(until, () => this.hasCome || this.cancelled(), this.time)]);
		await this.waiting;
	}

	/** An answer has come, or none is expected any more. */
	came(): void {
		this.hasCome = true;
		this.tell();
	}
}
