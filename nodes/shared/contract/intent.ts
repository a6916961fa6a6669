import { ItemFailure, type Failure } from './failure';

/**
 * That a request is about to leave which must not happen twice, kept where it outlives the process (a write-ahead log). It is
 * there from before the request leaves until the vendor has clearly refused it; that of a request that was carried out stays.
 */
export interface Intent {
	/** The request waits for its turn. Its intent may be written along with those before it. */
	announce(): void;
	/**
	 * Writes the intent.
	 * @throws ItemFailure when an earlier try of the execution had written it, or it cannot be written: the request must not leave
	 */
	declare(): Promise<void>;
	/** Nothing happened at the vendor. */
	withdraw(): Promise<void>;
}

/** Both must be declared before the request leaves; the second one asks nothing where the first says no. */
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

/** What a run notes of its requests for a further try, by what they do (see `ApiRequest`). */
export interface Trail {
	/** Of a tool: a model that changes a record to what it was before means it, so a change leaves no intent. */
	isOfModel?: boolean;
	/** Of a request that must not happen twice. */
	intentOf(effect: string): Intent;
	/** Of a tool: asked before any other request leaves that changes something. */
	change?: Intent;
	/** Of a request that reaches the persons of its items: whether that may be now. */
	contact(): Intent;
	/**
	 * To be called before a deletion leaves. It may be done twice, but what is not there then may be gone by the first time.
	 * @returns whether an earlier try of the execution had sent it, or was about to
	 */
	begin(effect: string): Promise<boolean>;
	/**
	 * The same for a request that the vendor carries out once, however often it comes with the same key.
	 * @returns whether an earlier try of the execution had sent it with this key, or was about to
	 * @throws ItemFailure when that try had another key, or this one cannot be written: the request must not leave
	 */
	beginWithKey(effect: string, idempotencyKey: string): Promise<boolean>;
}

/** A request must not leave for some of its items, as earlier tries of the execution have sent it or may have, or the person is not to be contacted. It did not leave, for the others neither. */
export class ItemsHeldBack extends ItemFailure {
	/** @param failures by the index of the item */
	constructor(
		failure: Failure,
		readonly failures: ReadonlyMap<number, Failure>,
	) {
		super(failure);
	}
}
