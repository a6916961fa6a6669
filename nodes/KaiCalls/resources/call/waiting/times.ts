import type { IDataObject } from 'n8n-workflow';

import type { WaitTimes } from './watch';
import { plainText } from '../../../../shared/values/text';

/** Time to wait for the limit of a minute if others have used it up, and for some retries. */
const GRACE_MS = 120_000;

/** KaiCalls documents 300 reads per minute (docs/vendors/kaicalls.md#limits), and other runs read with the same key. */
const PER_CALL_MS = 400;

/** How long after the time limit n8n continues the execution itself, in ms: meanwhile the node reads its calls once more. */
export const graceMs = (calls: number): number => GRACE_MS + calls * PER_CALL_MS;

/** An execution that began to wait with an earlier version of this node has no times. It waits for a day at most. */
const DAY_MS = 86_400_000;

/**
 * The times of a wait, from its rows.
 * @param now epoch ms
 */
export function timesOf(awaited: readonly IDataObject[], now: number): WaitTimes {
	const stored = Date.parse(plainText(awaited[0]?.waitedUntil));
	const until = Number.isNaN(stored) ? now + DAY_MS : stored;
	return { until, latest: until + graceMs(awaited.length) };
}
