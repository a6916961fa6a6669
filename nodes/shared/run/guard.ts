import { inOrder, type Intent, type Trail } from '../contract/intent';
import type { Outcome } from '../contract/outcome';

/** Says no before the first request of an item leaves that must not happen twice. */
export interface Guard {
	/** The requests of these items. */
	guarding(indexes: readonly number[], trail: Trail): Trail;
	/** To be told of each outcome, also of one that comes when nobody waits any longer. */
	settled(index: number, outcome: Outcome): void;
	/** To be called when the run is over. */
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
