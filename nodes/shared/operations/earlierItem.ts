import type { Told } from '../contract/memory';

/** Where an earlier row was met, as a message begins. */
export const earlierItem = ({ index, isEarlierRun }: Told): string =>
	`Item ${index}${isEarlierRun ? ' of an earlier run of this node' : ''}`;
