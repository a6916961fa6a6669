import type { EarlierStatement } from '../contract/memory';

/** Where an earlier row was met, as a message begins. */
export const earlierItem = ({ index, isEarlierRun }: EarlierStatement): string =>
	`Item ${index}${isEarlierRun ? ' of an earlier run of this node' : ''}`;
