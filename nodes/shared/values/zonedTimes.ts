import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isRecord } from './json';
import { asItem } from './rows';

/** A point in time in the vendors' form: with its zone, so that it can be shown in another one. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A moment (epoch ms) as ISO text in a time zone, such as 2026-03-01T09:00:00.000-05:00. */
export const isoIn = (timeZone: string, epochMs: number): string =>
	DateTime.fromMillis(epochMs, { zone: timeZone }).toISO() ?? new Date(epochMs).toISOString();

const membersIn = (timeZone: string, record: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [name, toldIn(timeZone, value)]));

function toldIn(timeZone: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => toldIn(timeZone, entry));
	if (isRecord(value)) return membersIn(timeZone, value);
	if (typeof value !== 'string' || !MOMENT.test(value)) return value;
	return DateTime.fromISO(value, { zone: timeZone }).toISO() ?? value;
}

/** A row whose points in time are in the time zone of the workflow; other values stay unchanged. */
export const zonedTimes = (row: IDataObject, timeZone: string): IDataObject => asItem(membersIn(timeZone, row));
