/** A documented rate limit. */
export interface RateLimit {
	requests: number;
	perSeconds: number;
	/** Most requests on the wire at once; 5 when left out. */
	inFlight?: number;
}
