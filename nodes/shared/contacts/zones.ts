import { TIME_ZONES } from './zoneTable';

/** The longest prefix of the table. */
const LONGEST = 9;

let byPrefix: Map<string, readonly string[]> | undefined;

function zonesByPrefix(): Map<string, readonly string[]> {
	const groups = Object.entries(TIME_ZONES).map(
		([zones, prefixes]) => [zones.split('&'), prefixes.split(' ')] as const,
	);
	return new Map(groups.flatMap(([zones, prefixes]) => prefixes.map((prefix) => [prefix, zones] as const)));
}

/**
 * The possible time zones of a telephone number, by Google's table of prefixes. A mobile number has one zone of its
 * country or all of them, and its owner may be anywhere.
 * @param telephone in E.164
 * @returns none if the number has no country, such as a satellite telephone's
 */
export function zonesOf(telephone: string): readonly string[] {
	byPrefix ??= zonesByPrefix();
	const digits = telephone.replace('+', '');
	for (let length = Math.min(LONGEST, digits.length); length > 0; length--) {
		const zones = byPrefix.get(digits.slice(0, length));
		if (zones) return zones;
	}
	return [];
}
