import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { AnnouncedQuota } from '../limits/waits';

/** What an item tells about it: null as long as the vendor has not announced any. */
export const quotaMember = (announced: AnnouncedQuota | undefined): IDataObject => ({
	remainingRequests: announced
		? { remaining: announced.remaining, resetsAt: DateTime.fromMillis(announced.resetAt).toUTC().toISO() }
		: null,
});
