/** A rate limit, from the vendor's documents or for one account. */
export interface RateLimit {
	requests: number;
	perSeconds: number;
	/** Most requests on the wire at once; 5 when left out. */
	inFlight?: number;
	/** Name of a wider limit that counts the same requests as well. */
	within?: string;
}

const PERIODS: Record<number, string> = { 60: 'a minute', 3_600: 'an hour' };

/** "15 requests a minute" */
export const inWords = ({ requests, perSeconds }: RateLimit): string =>
	`${requests} requests ${PERIODS[perSeconds] ?? `in ${perSeconds} s`}`;
