import { DateTime } from 'luxon';
import { largest } from '../values/extremes';

/** When people may be contacted, in their own time zone. */
export interface OpeningHours {
	/** `08:00`. */
	from: string;
	/** `21:00`; that minute is outside. */
	to: string;
	/** In luxon's numbers, from Monday 1 to Sunday 7. */
	weekdays: readonly number[];
}

/** Usual hours, and the legal hours for sales calls in the United States (TCPA, 47 CFR 64.1200(c)(1)). */
export const USUAL_HOURS: OpeningHours = { from: '08:00', to: '21:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };

/** Whether hours with these limits, such as 05:00, include times that are early or late. */
export const isUnusualStart = (from: string): boolean => from < USUAL_HOURS.from || from >= USUAL_HOURS.to;

/** The same for the end of hours, such as 23:00. */
export const isUnusualEnd = (to: string): boolean => to > USUAL_HOURS.to || to <= USUAL_HOURS.from;

/** The warning about such hours. */
export const UNUSUAL = `people expect no calls before ${USUAL_HOURS.from} or after ${USUAL_HOURS.to}`;

const DAYS_OF_WEEK = 7;

/** Long enough for zones whose hours overlap only on some days. */
const MOST_STEPS = 100;

/** The point in time with this clock time on that day. If a change of the clock skips it, the first point after it. */
function onDay(day: DateTime, clock: string): DateTime {
	const [hour = 0, minute = 0] = clock.split(':').map(Number);
	return day.set({ hour, minute, second: 0, millisecond: 0 });
}

/**
 * @param at epoch ms
 * @returns the first time from `at` on (epoch ms) that is within the hours in the zone; undefined when there is none
 */
function nextInZone({ from, to, weekdays }: OpeningHours, zone: string, at: number): number | undefined {
	const now = DateTime.fromMillis(at, { zone });
	for (let days = 0; days <= DAYS_OF_WEEK; days++) {
		const day = now.startOf('day').plus({ days });
		if (!weekdays.includes(day.weekday)) continue;
		if (at < onDay(day, to).toMillis()) return Math.max(at, onDay(day, from).toMillis());
	}
	return undefined;
}

/**
 * @param zones in which it must be within the hours at once
 * @param at epoch ms
 * @returns the first time from `at` on (epoch ms) at which a person may be contacted; undefined when there is none
 * within weeks
 */
export function nextOpening(hours: OpeningHours, zones: readonly string[], at: number): number | undefined {
	let opening = at;
	for (let step = 0; step < MOST_STEPS; step++) {
		const openings = zones.map((zone) => nextInZone(hours, zone, opening));
		const latest = largest(openings.map((next) => next ?? Infinity));
		if (latest === Infinity) return undefined;
		if (latest === opening) return opening;
		opening = latest;
	}
	return undefined;
}

const MINUTE_MS = 60_000;

/** Results of one minute: hours and zones change at whole minutes, and a run may contact thousands of people in one. */
class OpenNow {
	private minute = NaN;

	private readonly found = new Map<string, boolean>();

	of(hours: OpeningHours, zone: string, at: number): boolean {
		const minute = Math.floor(at / MINUTE_MS);
		if (minute !== this.minute) this.found.clear();
		this.minute = minute;
		const key = `${hours.from} ${hours.to} ${hours.weekdays.join()} ${zone}`;
		const isOpen = this.found.get(key) ?? nextInZone(hours, zone, at) === at;
		this.found.set(key, isOpen);
		return isOpen;
	}
}

const openNow = new OpenNow();

/** Whether it is within the hours in the zone. @param at epoch ms */
export const isOpen = (hours: OpeningHours, zone: string, at: number): boolean => openNow.of(hours, zone, at);
