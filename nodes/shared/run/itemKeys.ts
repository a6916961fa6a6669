import { createHash } from 'node:crypto';

import type { Identity } from '../contract/operation';

/**
 * Keys that stand for the items of a run in the node's memory. An item is found again by either of two: by what it does, and
 * by where it comes from and whom it reaches. So nothing is done twice when an expression such as `$now` yields something else in
 * each try, nor when the user has changed an option in between. Each key also counts, as two items may do the same on purpose.
 */
export class ItemKeys {
	private readonly times = new Map<string, number>();

	/**
	 * @param origin where it comes from, see `ParametersPort.origin`
	 */
	next({ effect, subject }: Identity, origin: unknown): string[] {
		return [this.counted(digestOf(['effect', effect])), this.counted(digestOf(['origin', origin, subject]))];
	}

	private counted(digest: string): string {
		const earlier = this.times.get(digest) ?? 0;
		this.times.set(digest, earlier + 1);
		return `${digest}.${earlier}`;
	}
}

export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
