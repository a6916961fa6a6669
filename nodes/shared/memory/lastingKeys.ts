import type { LastingKeys } from '../contract/lastingKeys';
import type { KeyLog } from './keyLog';

/** Keys of an operation's own, beside those of intents: the log has one writer, and writes what is due together. */
export const lastingKeys = (log: KeyLog): LastingKeys => ({
	add: async (keys) => await log.write({ keys }),
	find: async (keys) => await log.find(keys),
	remove: async (keys) => await log.withdraw({ keys }),
});
