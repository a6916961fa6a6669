import type { Intent, Trail } from '../../../nodes/shared/contract/intent';

const nothing = (): Intent => ({ announce() {}, declare: async () => {}, withdraw: async () => {} });

/** Every request may leave. */
export const nothingNoted: Trail = {
	intentOf: nothing,
	contact: nothing,
	begin: async () => false,
	beginWithKey: async () => false,
};
