import type { Vendor } from '../contract/vendor';
import { TimedKeys } from '../memory/timedKeys';
import type { ValidItem } from './validItem';
import { digestOf } from './itemKeys';
import type { Ports } from './ports';
import { RepeatedCalls } from './repeatedCalls';

/** undefined in a workflow: its executions may do the same. */
export function repeatedCallsOf(
	{ tool, contactKeys, time, clockTime, isCancelled, executionId }: Ports,
	{ name }: Vendor,
	itemAt: (index: number) => ValidItem | undefined,
): RepeatedCalls | undefined {
	if (!tool) return undefined;
	const { work, calls, isRetry } = tool;
	return new RepeatedCalls(
		{ calls, keys: new TimedKeys(contactKeys), time, clockTime, vendorName: name, isCancelled, executionId },
		(index) => {
			const item = itemAt(index);
			if (!item?.same) return undefined;
			const {
				same: { deed, words },
				options: { sameAgainAfterMs: afterMs, sendAgain },
			} = item;
			// A model that repeats a call has no button to press, so an unknown outcome stays unknown for it.
			return { deed: digestOf([work, deed]), words, afterMs, sendsDoubtful: sendAgain && isRetry };
		},
	);
}
