import type { PersistentKeys } from '../contract/persistentKeys';
import type { KeyLog } from './keyLog';

/**
 * An operation's own keys, beside the keys of intents. They share the log, because a node has one writer, which writes
 * all due keys together.
 */
export function persistentKeys(log: KeyLog): PersistentKeys {
	const among = (keys: readonly string[], there: ReadonlySet<string>) => new Set(keys.filter((key) => there.has(key)));
	return {
		add: async (keys) => among(keys, await log.write({ keys })),
		async claim(own, wanted, along) {
			const there = await log.claim(own, wanted, along);
			return there && among([own, wanted, ...along], there);
		},
		find: async (keys) => among(keys, await log.find(keys)),
		remove: async (keys) => await log.withdraw({ keys }),
		settle: async () => await log.flush(),
	};
}
