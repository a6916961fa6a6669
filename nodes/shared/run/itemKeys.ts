import { createHash } from 'node:crypto';

import type { Memory } from '../contract/memory';
import type { Identity } from '../contract/operation';

/** A value by which a later try finds an item again. */
export interface ItemKey {
	/**
	 * Where the value counts: within one run of the node; within all its runs in an execution, because a loop that
	 * starts again may bring a person in another turn; or within the node in an execution, even if the user has changed
	 * its operation or credential.
	 */
	scope: 'run' | 'execution' | 'node';
	digest: string;
}

/** A short text that is equal for equal plain data. */
export const digestOf = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** The effect of an item, without the number that tells equal effects apart. */
export const effectOf = ([ofEffect]: readonly ItemKey[]): string => ofEffect?.digest.split('.')[0] ?? '';

/**
 * Keys that identify the items of a run, in the node's memory and in the database. A later try finds an item by its
 * effect, and also by the person it reaches or, if no person is known, by its place of origin. So nothing is done twice
 * when an expression such as `$now` or a model returns another value in each try, or when the user corrects a text
 * between tries. Each key also counts, because two items may have the same effect on purpose.
 */
export class ItemKeys {
	private readonly times = new Map<string, number>();

	/** @param isTool an agent may write to a person twice, on purpose */
	constructor(
		private readonly memory: Pick<Memory, 'timesReached'>,
		private readonly isTool: boolean,
	) {}

	/**
	 * @param origin the item's place of origin, see `ParametersPort.origin`
	 * @returns keys; the first is that of its effect
	 */
	next({ effect, reaches, isContact = false, subject }: Identity, origin: unknown): ItemKey[] {
		const hasReached = reaches !== undefined && !this.isTool;
		const done = digestOf(['effect', effect]);
		// An item that reaches no person may come in another turn, too.
		const isOfRun = hasReached || this.isTool;
		const keys: ItemKey[] = [
			isOfRun ? { scope: 'run', digest: this.counted(done) } : this.inAllTurns('execution', done),
		];
		if (hasReached) keys.push(this.inAllTurns(isContact ? 'node' : 'execution', digestOf(['reaches', reaches])));
		// The subject narrows down an item that also names the person it reaches.
		if (!hasReached || subject !== undefined) {
			keys.push({ scope: 'run', digest: this.counted(digestOf(['origin', origin, subject ?? reaches])) });
		}
		return keys;
	}

	private inAllTurns(scope: 'execution' | 'node', digest: string): ItemKey {
		return { scope, digest: this.counted(digest, this.memory.timesReached(digest)) };
	}

	private counted(digest: string, before = 0): string {
		const earlier = this.times.get(digest) ?? before;
		this.times.set(digest, earlier + 1);
		return `${digest}.${earlier}`;
	}
}
