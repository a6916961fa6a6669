import { ItemFailure, type Failure } from '../contract/failure';
import type { Time } from '../contract/time';
import { ranges } from '../values/ranges';
import { FirstAnswer } from './firstAnswer';

/** What the vendor said about the account, and about which items. */
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

	/** Items for which something was done: "not sent" would be wrong for them. */
	private readonly begun = new Set<number>();

	private readonly firstAnswer: FirstAnswer;

	/** @param cancelled the run has ended */
	constructor(
		private readonly vendorName: string,
		time: Time,
		cancelled: () => boolean,
	) {
		this.firstAnswer = new FirstAnswer(time, cancelled);
	}

	get isClosed(): boolean {
		return this.refusal !== undefined;
	}

	/** @param items that the refused request was about */
	close(failure: Failure, items: readonly number[]): void {
		this.refusal ??= { failure, items };
	}

	/**
	 * @param items that the request is about
	 * @param send throws ItemFailure of kind `skipped` when the gate closes before the request has left
	 * @throws ItemFailure when the gate is closed
	 */
	async pass<T>(items: readonly number[], isReading: boolean, send: () => Promise<T>): Promise<T> {
		await this.firstAnswer.wait();
		if (this.refusal) throw this.notSent(this.refusal, items);
		try {
			const response = await send();
			if (!isReading) for (const index of items) this.begun.add(index);
			return response;
		} catch (thrown) {
			throw this.refusal && thrown instanceof ItemFailure && thrown.failure.kind === 'skipped'
				? this.notSent(this.refusal, items)
				: thrown;
		} finally {
			this.firstAnswer.came();
		}
	}

	private notSent({ failure, items: refused }: Refusal, items: readonly number[]): ItemFailure {
		if (items.some((index) => this.begun.has(index) || refused.includes(index))) return new ItemFailure(failure);
		return new ItemFailure({
			...failure,
			kind: 'skipped',
			isOfAccount: true,
			message: `Not sent: ${failure.message}`,
			description: `${this.vendorName} answered this to item ${ranges([...refused])}. It is about the whole account, so nothing more was sent. ${failure.description}`,
			again: failure.again ?? 'Then run this item again.',
		});
	}
}
