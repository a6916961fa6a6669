import { ItemFailure, type Failure } from '../contract/failure';
import { sleepUntil, type Time } from '../contract/time';
import { ranges } from '../values/ranges';

/** Requests of a run that leave before any has been answered: some vendors' limits let a whole run out at once, which a wrong key would fail. */
const FIRST = 5;

/** How long the others wait for an answer to these, in ms: a vendor may be slow. */
const PATIENCE_MS = 10_000;

/** What the vendor said of the account, and to which items. */
interface Refusal {
	failure: Failure;
	items: readonly number[];
}

/**
 * Closes once the vendor has refused a request of the run because of the account: every further one would hear the same. Requests
 * that are on the wire by then end as they end.
 */
export class AccountGate {
	private refusal: Refusal | undefined;

	/** Items for which something was done: of them, "not sent" would not be true. */
	private readonly begun = new Set<number>();

	private waitingOrSent = 0;

	private isAnswered = false;

	private noteAnswer: () => void = () => {};

	private readonly answer = new Promise<void>((resolve) => (this.noteAnswer = resolve));

	private firstAnswer: Promise<unknown> | undefined;

	/** @param cancelled the run has ended */
	constructor(
		private readonly vendorName: string,
		private readonly time: Time,
		private readonly cancelled: () => boolean,
	) {}

	get isClosed(): boolean {
		return this.refusal !== undefined;
	}

	/**
	 * @param items that the request is about
	 * @param send throws ItemFailure of kind `skipped` when the gate closes before the request has left
	 * @throws ItemFailure when the gate is closed
	 */
	async pass<T>(items: readonly number[], isReading: boolean, send: () => Promise<T>): Promise<T> {
		this.waitingOrSent += 1;
		if (!this.isAnswered && this.waitingOrSent > FIRST) await this.untilAnswered();
		if (this.refusal) throw this.notSent(this.refusal, items);
		try {
			const response = await send();
			this.hear();
			if (!isReading) for (const index of items) this.begun.add(index);
			return response;
		} catch (thrown) {
			this.hear();
			throw this.refusal && thrown instanceof ItemFailure && thrown.failure.kind === 'skipped' ? this.notSent(this.refusal, items) : thrown;
		}
	}

	/** @param items that the refused request was about */
	close(failure: Failure, items: readonly number[]): void {
		this.refusal ??= { failure, items };
	}

	private async untilAnswered(): Promise<void> {
		const until = this.time.now() + PATIENCE_MS;
		this.firstAnswer ??= Promise.race([this.answer, sleepUntil(until, () => this.isAnswered || this.cancelled(), this.time)]);
		await this.firstAnswer;
	}

	private hear(): void {
		this.isAnswered = true;
		this.noteAnswer();
	}

	private notSent({ failure, items: refused }: Refusal, items: readonly number[]): ItemFailure {
		if (items.some((index) => this.begun.has(index) || refused.includes(index))) return new ItemFailure(failure);
		return new ItemFailure({
			...failure,
			kind: 'skipped',
			isOfAccount: true,
			message: `Not sent: ${failure.message}`,
			description: `${this.vendorName} said so to item ${ranges([...refused])}. It holds for the whole account, so nothing more was sent. ${failure.description}`,
			again: failure.again ?? 'Then run this item again.',
		});
	}
}
