import type { PersistentKeys } from '../contract/persistentKeys';
import type { KeyLog } from './keyLog';

/** Keys of an operation's own, beside those of intents: the log has one writer, and writes what is due together. */
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
