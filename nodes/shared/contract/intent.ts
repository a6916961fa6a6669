import { ItemFailure, type Failure } from './failure';

/**
 * The intent of a request that must not be sent twice: "it is about to leave". It is kept where it outlives the process
 * (a write-ahead log), from before the request leaves until the vendor has clearly refused it. The intent of a request
 * that was done stays.
 */
export interface Intent {
	/** The request waits for its turn. Its intent may be written together with earlier ones. */
	announce(): void;
	/**
	 * Writes the intent.
	 * @throws ItemFailure when an earlier try of the execution had written it, or it cannot be written: the request must not leave
	 */
	declare(): Promise<void>;
	/** Nothing happened at the vendor. */
	withdraw(): Promise<void>;
}

/** Both must be declared before the request leaves; if the first one fails, the second is not asked. */
export const inOrder = (first: Intent, second: Intent | undefined): Intent => ({
	announce: () => second?.announce(),
	async declare() {
		await first.declare();
		await second?.declare().catch(async (thrown: unknown) => {
			await first.withdraw();
			throw thrown;
		});
	},
	async withdraw() {
		await Promise.all([first.withdraw(), second?.withdraw()]);
	},
});

/** The notes about a run's requests for a further try, by their kind (see `ApiRequest`). */
export interface Trail {
	/**
	 * In a tool: a model that changes a record back to an earlier state does so on purpose, so a change leaves no
	 * intent.
	 */
	isOfModel?: boolean;
	/** For a request that must not be sent twice. */
	intentOf(effect: string): Intent;
	/** In a tool: asked before any other request that changes something. */
	change?: Intent;
	/** For a request that reaches the persons of its items: whether they may be contacted now. */
	contact(): Intent;
	/**
	 * Call this before a deletion leaves. It may be sent twice, but a record that is missing then may have been deleted
	 * by the first time.
	 * @returns whether an earlier try of the execution had sent it, or was about to
	 */
	begin(effect: string): Promise<boolean>;
	/**
	 * The same for a request that the vendor does only once, even if it comes again with the same key.
	 * @returns whether an earlier try of the execution had sent it with this key, or was about to
	 * @throws ItemFailure when that try had another key, or this one cannot be written: the request must not leave
	 */
	beginWithKey(effect: string, idempotencyKey: string): Promise<boolean>;
}

/**
 * A request must not leave because of some of its items: earlier tries of the execution have sent them or may have, or
 * the person must not be contacted. It did not leave for the other items either.
 */
export class ItemsHeldBack extends ItemFailure {
	/** @param failures by the index of the item */
	constructor(
		failure: Failure,
		readonly failures: ReadonlyMap<number, Failure>,
	) {
		super(failure);
	}
}
