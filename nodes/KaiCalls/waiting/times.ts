import type { IDataObject } from 'n8n-workflow';

import type { WaitTimes } from './watch';
import { plainText } from '../../shared/values/text';

/** For the rest of a minute's reads that somebody else has used up, and some retries. */
const GRACE_MS = 120_000;

/** 300 reads a minute are documented (docs/vendors/kaicalls.md#limits), and others read on the same key. */
const PER_CALL_MS = 400;

/** How long after the time limit n8n goes on by itself: until then the node looks once more. */
export const graceMs = (calls: number): number => GRACE_MS + calls * PER_CALL_MS;

/** An execution that began to wait with an earlier version of this node tells no times; after a day none of it waits any more. */
const DAY_MS = 86_400_000;

/**
 * The times of a wait, by the rows that were carried into it.
 * @param now epoch ms
 */
export function timesOf(awaited: readonly IDataObject[], now: number): WaitTimes {
	const stored = Date.parse(plainText(awaited[0]?.waitedUntil));
	const until = Number.isNaN(stored) ? now + DAY_MS : stored;
	return { until, latest: until + graceMs(awaited.length) };
}
