import type { Vendor } from '../contract/vendor';
import { TimedKeys } from '../memory/timedKeys';
import type { FitItem } from './fitItem';
import { digestOf, effectOf } from './itemKeys';
import type { Ports } from './ports';
import { SameAgain } from './sameAgain';

/** undefined in a workflow, whose executions may do the same. */
export function sameAgainOf({ tool, contactKeys, time, clockTime, isCancelled }: Ports, { name }: Vendor, itemAt: (index: number) => FitItem | undefined): SameAgain | undefined {
	if (!tool) return undefined;
	const { work, calls } = tool;
	return new SameAgain({ calls, keys: new TimedKeys(contactKeys), time, clockTime, vendorName: name, isCancelled }, (index) => {
		const item = itemAt(index);
		const afterMs = item?.options.sameAgainAfterMs ?? 0;
		return item && afterMs > 0 ? { deed: digestOf([work, effectOf(item.keys)]), afterMs } : undefined;
	});
}
