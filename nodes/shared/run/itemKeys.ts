import { createHash } from 'node:crypto';

import type { Memory } from '../contract/memory';
import type { Identity } from '../contract/operation';

/** Something that an item is found again by. */
export interface ItemKey {
	/**
	 * Within one run of the node, or all its runs in an execution: a loop that begins anew may hand in a person in another turn. Or
	 * within the node in an execution, whatever operation and credential the user has given it since.
	 */
	scope: 'run' | 'execution' | 'node';
	digest: string;
}

export const digestOf = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** What an item does, without which of several such ones it is. */
export const effectOf = ([ofEffect]: readonly ItemKey[]): string => ofEffect?.digest.split('.')[0] ?? '';

/**
 * Keys that stand for the items of a run, in the node's memory and in what outlives the process. An item is found again by what it
 * does; also by whom it reaches, where that is known, else by where it comes from. So nothing is done twice when an expression
 * such as `$now` or a model yields something else in each try, nor when the user has mended a text in between. Each key also
 * counts, as two items may do the same on purpose.
 */
export class ItemKeys {
	private readonly times = new Map<string, number>();

	/** @param isTool an agent may write to a person twice, on purpose */
	constructor(
		private readonly memory: Pick<Memory, 'timesReached'>,
		private readonly isTool: boolean,
	) {}

	/**
	 * @param origin where the item comes from, see `ParametersPort.origin`
	 * @returns first that of what it does
	 */
	next({ effect, reaches, isContact = false, subject }: Identity, origin: unknown): ItemKey[] {
		const hasReached = reaches !== undefined && !this.isTool;
		const done = digestOf(['effect', effect]);
		// What reaches nobody may come in another turn, too.
		const isOfRun = hasReached || this.isTool;
		const keys: ItemKey[] = [
			isOfRun ? { scope: 'run', digest: this.counted(done) } : this.inAllTurns('execution', done),
		];
		if (hasReached) keys.push(this.inAllTurns(isContact ? 'node' : 'execution', digestOf(['reaches', reaches])));
		// An item says more of itself than whom it reaches where it names a subject, too.
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
