import { DateTime, type DurationLikeObject } from 'luxon';

import { writtenClock } from './writtenDate';

/** The date of a text that counts from now. */
export interface RelativeDate {
	date: DateTime;
	/** It is a period that ends now, such as "last 7 days", and this is its start. */
	isPeriod: boolean;
}

const DAYS: Readonly<Record<string, number>> = {
	'the day before yesterday': -2,
	yesterday: -1,
	today: 0,
	tomorrow: 1,
	'the day after tomorrow': 2,
};

const NUMBERS = [
	'a',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
];

const UNITS: Readonly<Record<string, keyof DurationLikeObject>> = {
	minute: 'minutes',
	min: 'minutes',
	hour: 'hours',
	hr: 'hours',
	day: 'days',
	week: 'weeks',
	month: 'months',
	year: 'years',
};

const OF_A_DAY = new Set(['minute', 'min', 'hour', 'hr']);

const DAY =
	/^(?:since |from )?(?<day>the day before yesterday|yesterday|today|tomorrow|the day after tomorrow)(?:,? (?:at )?(?<clock>\d.{0,15}|noon|midnight))?$/;
const COUNTED = String.raw`(?<count>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?<unit>minute|min|hour|hr|day|week|month|year)s?`;
const AGO = new RegExp(`^(?:since )?${COUNTED} ago$`);
const AHEAD = new RegExp(`^(?:in ${COUNTED}|${COUNTED.replaceAll('?<', '?<other')} from now)$`);
const PERIOD = new RegExp(
	`^(?:in |over |within |during )?(?:the )?(?:last|past|previous) (?:${COUNTED}|(?<single>hour))$`,
);

/** Other words that count from today, and are ambiguous: some people begin the week on Sunday. */
const UNSURE =
	/^(?:(?:last|this|next|past|previous|coming) (?:week|month|year|quarter|weekend|mon|tue|wed|thu|fri|sat|sun)\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|recently|lately|soon|later|asap|tonight|this (?:morning|afternoon|evening)|(?:tomorrow|yesterday|today) .*)$/;

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '');

const numberIn = (count: string): number =>
	/^\d/.test(count) ? Number(count) : Math.max(1, NUMBERS.indexOf(count === 'an' ? 'a' : count));

const spanOf = (count: string | undefined, unit: string | undefined): DurationLikeObject => ({
	[UNITS[unit ?? ''] ?? 'days']: numberIn(count ?? '1'),
});

function dayIn({ day = '', clock }: Partial<Record<string, string>>, now: DateTime): RelativeDate | undefined {
	const midnight = now.startOf('day').plus({ days: DAYS[day] ?? 0 });
	if (clock === undefined) return { date: midnight, isPeriod: false };
	const time =
		clock === 'noon' ? { hour: 12, minute: 0, second: 0 } : clock === 'midnight' ? undefined : writtenClock(clock);
	if (!time || ('offset' in time && time.offset !== undefined)) return undefined;
	const { hour, minute, second } = time;
	return { date: midnight.set({ hour, minute, second }), isPeriod: false };
}

/**
 * A date that counts from now, in English, if it has one meaning; undefined for any other text.
 * @param now in the zone of the workflow
 */
export function relativeDate(text: string, now: DateTime): RelativeDate | undefined {
	const said = plain(text);
	if (/^(?:right )?now$/.test(said)) return { date: now, isPeriod: false };
	const day = DAY.exec(said)?.groups;
	if (day) return dayIn(day, now);
	const ago = AGO.exec(said)?.groups;
	if (ago) return { date: now.minus(spanOf(ago.count, ago.unit)), isPeriod: false };
	const ahead = AHEAD.exec(said)?.groups;
	if (ahead)
		return { date: now.plus(spanOf(ahead.count ?? ahead.othercount, ahead.unit ?? ahead.otherunit)), isPeriod: false };
	const period = PERIOD.exec(said)?.groups;
	if (!period) return undefined;
	const unit = period.unit ?? period.single;
	const start = now.minus(spanOf(period.count, unit));
	// For days, whole ones, as a person counts them.
	return { date: unit === undefined || OF_A_DAY.has(unit) ? start : start.startOf('day'), isPeriod: true };
}

/** Whether a text counts from today, in any way. */
export const countsFromToday = (text: string, now: DateTime): boolean =>
	UNSURE.test(plain(text)) || relativeDate(text, now) !== undefined;
