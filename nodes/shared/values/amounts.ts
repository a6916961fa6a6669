const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_MINUTES = 60;

/** "1 item", "2 items" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A time in ms, as people say it. */
export function duration(ms: number): string {
	const seconds = Math.round(ms / SECOND_MS);
	if (seconds < 2 * MINUTE_S) return `${seconds} s`;
	const minutes = Math.round(seconds / MINUTE_S);
	return minutes < 2 * HOUR_MINUTES ? `${minutes} min` : `${Math.round(minutes / HOUR_MINUTES)} h`;
}
