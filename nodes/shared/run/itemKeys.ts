import { createHash } from 'node:crypto';

/**
 * Keys that stand for items in the node's memory: what the item does, and whether it is the first, second ... to do
 * so, as two items may do the same on purpose. The place among the items does not count: a further try may have others.
 */
export class ItemKeys {
	private readonly times = new Map<string, number>();

	/** @param identity see `OperationRun.read` */
	next(identity: unknown): string {
		const text = JSON.stringify(identity) ?? '';
		const digest = createHash('sha256').update(text).digest('base64url');
		const earlier = this.times.get(digest) ?? 0;
		this.times.set(digest, earlier + 1);
		return `${digest}.${earlier}`;
	}
}
