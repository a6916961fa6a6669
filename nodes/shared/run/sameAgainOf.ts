import type { Vendor } from '../contract/vendor';
import { TimedKeys } from '../memory/timedKeys';
import type { FitItem } from './fitItem';
import { digestOf, effectOf } from './itemKeys';
import type { Ports } from './ports';
import { SameAgain } from './sameAgain';

/** undefined in a workflow, whose executions may do the same. */
export function sameAgainOf({ tool, contactKeys, time, clockTime, isCancelled, executionId }: Ports, { name }: Vendor, itemAt: (index: number) => FitItem | undefined): SameAgain | undefined {
	if (!tool) return undefined;
	const { work, calls, isRetry } = tool;
	return new SameAgain({ calls, keys: new TimedKeys(contactKeys), time, clockTime, vendorName: name, isCancelled, executionId }, (index) => {
		const item = itemAt(index);
		if (!item || item.options.sameAgainAfterMs === 0) return undefined;
		const { sameAgainAfterMs: afterMs, sendAgain } = item.options;
		// A model that repeats a call presses no button: what is in doubt stays so for it.
		return { deed: digestOf([work, effectOf(item.keys)]), afterMs, sendsDoubtful: sendAgain && isRetry };
	});
}
