import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { AnnouncedQuota } from '../limits/waits';

/** The quota in an item's output: null until the vendor has announced one. */
export const quotaMember = (announced: AnnouncedQuota | undefined): IDataObject => ({
	remainingRequests: announced
		? { remaining: announced.remaining, resetsAt: DateTime.fromMillis(announced.resetAt).toUTC().toISO() }
		: null,
});
