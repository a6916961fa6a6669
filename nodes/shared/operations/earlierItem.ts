import type { EarlierStatement } from '../contract/memory';

/** The beginning of a message that names the place of an earlier row. */
export const earlierItem = ({ index, isEarlierRun }: EarlierStatement): string =>
	`Item ${index}${isEarlierRun ? ' of an earlier run of this node' : ''}`;
