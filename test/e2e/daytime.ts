/** A time zone in which it is this hour now. The sign of these names is the other way round. */
export function zoneWhereItIs(hour: number): string {
	const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
	return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** Numbers that no person has, without their last digit, from places all around the world. */
const NUMBERS = [
	{ start: '+44207946000', timeZone: 'Europe/London' },
	{ start: '+1808555010', timeZone: 'Pacific/Honolulu' },
	{ start: '+6125550100', timeZone: 'Australia/Sydney' },
];

const hourIn = (timeZone: string): number =>
	Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format());

/** A number of a place in which it is day now, and for another hour. */
export function phoneByDay(lastDigit: number): string {
	const place = NUMBERS.find(({ timeZone }) => hourIn(timeZone) >= 9 && hourIn(timeZone) < 19);
	if (!place) throw new Error('There is no place in which it is day');
	return `${place.start}${lastDigit}`;
}
