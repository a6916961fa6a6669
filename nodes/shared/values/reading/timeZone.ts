import { IANAZone } from 'luxon';

import { invalidInput } from '../../contract/failure';
import { closestName } from '../closestName';
import { shown } from '../shown';
import { readText } from './text';
import type { Reader } from './reading';

/** Common names that may mean several zones: these differ in summer or by country. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
	['atlantic', 'America/Halifax'],
	['eastern', 'America/New_York'],
	['central', 'America/Chicago'],
	['mountain', 'America/Denver'],
	['arizona', 'America/Phoenix'],
	['pacific', 'America/Los_Angeles'],
	['alaska', 'America/Anchorage'],
	['hawaii', 'Pacific/Honolulu'],
	['british', 'Europe/London'],
	['centraleurope', 'Europe/Berlin'],
	['easterneurope', 'Europe/Helsinki'],
	['westerneurope', 'Europe/Lisbon'],
	['indian', 'Asia/Kolkata'],
	['japan', 'Asia/Tokyo'],
	['china', 'Asia/Shanghai'],
]);

/** Abbreviations. Some of them are also zones without summer time. */
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
	...['et', 'est', 'edt', 'est5edt'].map((name) => [name, 'America/New_York'] as const),
	...['ct', 'cst', 'cdt', 'cst6cdt'].map((name) => [name, 'America/Chicago'] as const),
	...['mt', 'mst', 'mdt', 'mst7mdt'].map((name) => [name, 'America/Denver'] as const),
	...['pt', 'pst', 'pdt', 'pst8pdt'].map((name) => [name, 'America/Los_Angeles'] as const),
	...['akst', 'akdt'].map((name) => [name, 'America/Anchorage'] as const),
	...['hst', 'hdt'].map((name) => [name, 'Pacific/Honolulu'] as const),
	...['bst', 'gb', 'uk'].map((name) => [name, 'Europe/London'] as const),
	...['cet', 'cest', 'met', 'mez', 'mesz'].map((name) => [name, 'Europe/Berlin'] as const),
	...['eet', 'eest'].map((name) => [name, 'Europe/Helsinki'] as const),
	...['wet', 'west'].map((name) => [name, 'Europe/Lisbon'] as const),
	['ist', 'Asia/Kolkata'],
	['jst', 'Asia/Tokyo'],
	['aest', 'Australia/Sydney'],
	['aedt', 'Australia/Sydney'],
]);

let names: string[] | undefined;

/** Loaded when a zone is read, because it is slow. */
const zoneNames = (): string[] => (names ??= Intl.supportedValuesOf('timeZone'));

/** Longer than any zone's name. */
const LONGEST = 60;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** `Eastern Standard Time (US)` without the words that all zones have. */
const spokenPart = (text: string): string =>
	lettersOf(
		text.replace(/\b(?:standard|daylight|summer|time|zone|us|usa|canada|and|european?)\b/gi, (word) =>
			/^europe/i.test(word) ? 'europe' : '',
		),
	);

const cityOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** The zone whose name is most similar to a wrong one. */
function likelyZone(written: string): string | undefined {
	const letters = lettersOf(written);
	const spoken = ABBREVIATED.get(letters) ?? SPOKEN.get(spokenPart(written));
	if (spoken !== undefined) return spoken;
	const ofCity = zoneNames().find((name) => lettersOf(cityOf(name)) === letters || lettersOf(name) === letters);
	return ofCity ?? closestName(written, zoneNames());
}

/** `America/New_York`, in upper or lower case; of other forms, only UTC. */
function zoneNamed(text: string): string | undefined {
	if (/^(?:etc\/)?(?:utc|gmt)$/i.test(text)) return 'UTC';
	if (!text.includes('/') || !IANAZone.isValidZone(text)) return undefined;
	return zoneNames().find((name) => name.toLowerCase() === text.toLowerCase()) ?? text;
}

/** A time zone by its name in the IANA database, such as America/New_York. */
export const readTimeZone: Reader<string> = (value, reading) => {
	const text = readText(value, reading).trim();
	const zone = zoneNamed(text);
	if (zone !== undefined) return zone;
	const likely = text.length > LONGEST ? undefined : likelyZone(text);
	throw invalidInput(
		`"${reading.label}" must be a time zone (got "${shown(text)}")`,
		likely === undefined
			? 'Write a region and a city, such as America/New_York.'
			: `Did you mean ${likely}? Write the region and the city.`,
	);
};
