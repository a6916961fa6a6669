const SECOND_MS = 1_000;
const MINUTE_S = 60;

/** "1 item", "2 items" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A time in ms, as people say it. */
export function duration(ms: number): string {
	const seconds = Math.round(ms / SECOND_MS);
	return seconds < 2 * MINUTE_S ? `${seconds} s` : `${Math.round(seconds / MINUTE_S)} min`;
}
