import type { PersistentKeys } from '../contract/persistentKeys';

/** Keys that last as long as the process, if n8n keeps none for a node. The oldest are dropped first. */
export function processKeys(most: number): PersistentKeys {
	const all = new Set<string>();
	const among = (keys: readonly string[]) => new Set(keys.filter((key) => all.has(key)));
	const add = async (keys: readonly string[]) => {
		const there = among(keys);
		for (const key of keys) all.add(key);
		for (const key of all) {
			if (all.size <= most) break;
			all.delete(key);
		}
		return there;
	};
	return {
		add,
		claim: async (own, wanted, along) => await add([own, wanted, ...along]),
		find: async (keys) => among(keys),
		async remove(keys) {
			for (const key of keys) all.delete(key);
		},
		settle: async () => {},
	};
}
