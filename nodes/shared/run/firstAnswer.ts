import { sleepUntil, type Time } from '../contract/time';

/** Requests of a run that leave before any has been answered: the limits of some vendors let a whole run out at once, with a wrong key. */
const FIRST = 5;

/** How long the others wait for an answer, in ms: a vendor may be slow. */
const PATIENCE_MS = 30_000;

/** Holds a run's requests back until one of the first has been answered. */
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

	/** For each request before it leaves. */
	async wait(): Promise<void> {
		this.begun += 1;
		if (this.hasCome || this.begun <= FIRST) return;
		const until = this.time.now() + PATIENCE_MS;
		this.waiting ??= Promise.race([this.coming, sleepUntil(until, () => this.hasCome || this.cancelled(), this.time)]);
		await this.waiting;
	}

	/** An answer has come, or is not to be expected. */
	came(): void {
		this.hasCome = true;
		this.tell();
	}
}
