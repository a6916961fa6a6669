import type { Time } from '../contract/time';
import { SETTLED_MS } from './keyStore';
import type { KeyWriter } from './keyWriter';

/** How often to look up keys that another process looks up at the same moment. */
const MOST_LOOKS = 3;

/** Is written together with a key that is looked up. */
export const lookupMark = (key: string): string => `${key} ?`;

/**
 * The store can only look up and write at once, so a process that dies during a lookup leaves keys without meaning. A
 * mark that is written with each lookup tells them from real keys.
 */
export class KeyLookup {
	constructor(
		private readonly log: KeyWriter,
		private readonly time: Time,
	) {}

	/** @returns the keys that are certainly there */
	async find(keys: readonly string[]): Promise<ReadonlySet<string>> {
		const found = new Set<string>();
		let left = keys;
		for (let looks = 1; ; looks++) {
			const there = await this.look(left);
			for (const key of left) if (there.has(key) && !there.has(lookupMark(key))) found.add(key);
			left = left.filter((key) => there.has(lookupMark(key)));
			if (left.length === 0 || looks === MOST_LOOKS) return found;
			// Other processes look them up now, and then remove the keys of their lookup.
			await this.time.sleep(SETTLED_MS * (1 + Math.random()));
		}
	}

	private async look(keys: readonly string[]): Promise<ReadonlySet<string>> {
		const there = await this.log.write({ keys: keys.flatMap((key) => [key, lookupMark(key)]), isWitnessed: true });
		const looked = keys.filter((key) => !there.has(lookupMark(key)));
		await this.log.takeOut(looked.flatMap((key) => (there.has(key) ? [lookupMark(key)] : [key, lookupMark(key)])));
		return there;
	}
}
