import { DateTime } from 'luxon';
import { largest } from '../values/extremes';

/** When people may be contacted, by their own clock. */
export interface OpeningHours {
	/** `08:00`. */
	from: string;
	/** `21:00`; that minute is outside. */
	to: string;
	/** As luxon counts them, from Monday 1 to Sunday 7. */
	weekdays: readonly number[];
}

/** What people take for decent, and the law of the United States for calls that sell (TCPA, 47 CFR 64.1200(c)(1)). */
export const USUAL_HOURS: OpeningHours = { from: '08:00', to: '21:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };

/** Whether somebody is reached early or late who is reached from, or up to, these times of day, such as 05:00. */
export const isUnusualStart = (from: string): boolean => from < USUAL_HOURS.from || from >= USUAL_HOURS.to;
export const isUnusualEnd = (to: string): boolean => to > USUAL_HOURS.to || to <= USUAL_HOURS.from;

/** What is to be said of such times. */
export const UNUSUAL = `people expect no calls before ${USUAL_HOURS.from} or after ${USUAL_HOURS.to}`;

const DAYS_OF_WEEK = 7;

/** Enough for zones whose hours overlap on some days only. */
const MOST_STEPS = 100;

/** The point in time at which the clock shows it on that day; one that a change of the clock skips is the first after it. */
function onDay(day: DateTime, clock: string): DateTime {
	const [hour = 0, minute = 0] = clock.split(':').map(Number);
	return day.set({ hour, minute, second: 0, millisecond: 0 });
}

/**
 * @param at epoch ms
 * @returns the first time from then on (epoch ms) at which it is within the hours in the zone; undefined when there is none
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
 * @returns the first time from then on (epoch ms) at which a person may be contacted; undefined when there is none within weeks
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

/** What was found in one minute: hours and clocks of zones are in whole minutes, and thousands are called in one. */
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
