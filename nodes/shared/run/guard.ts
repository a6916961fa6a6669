import { inOrder, type Intent, type Trail } from '../contract/intent';
import type { Outcome } from '../contract/outcome';

/** A check that can stop the first request of an item that must not be sent twice. */
export interface Guard {
	/** The check for requests of these items. */
	guarding(indexes: readonly number[], trail: Trail): Trail;
	/** Call this with each outcome, also with one that comes after the run has stopped waiting. */
	settled(index: number, outcome: Outcome): void;
	/** Call this when the run is over. */
	flush(): Promise<void>;
}

/** @param pass throws ItemFailure where the request must not leave */
export const gate = (pass: () => Promise<void>): Intent => ({ announce() {}, declare: pass, async withdraw() {} });

/** @param pass throws ItemFailure where the request must not leave */
export function guarded(trail: Trail, pass: () => Promise<void>): Trail {
	return {
		...trail,
		intentOf: (effect) => inOrder(gate(pass), trail.intentOf(effect)),
		async beginWithKey(effect, idempotencyKey) {
			await pass();
			return await trail.beginWithKey(effect, idempotencyKey);
		},
	};
}
