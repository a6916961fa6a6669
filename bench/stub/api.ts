/** A request as the stub's vendors see it: the path without the vendor's prefix. */
export interface StubRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: unknown;
}

/** What a vendor answers, and which rows it was about, so that the stub can count them. */
export interface StubAnswer {
	status?: number;
	headers?: Record<string, string>;
	body: unknown;
	rows?: string[];
}

/** A webhook that a trigger has registered. */
export interface RegisteredWebhook {
	id: string;
	url: string;
	events: string[];
	secret: string;
}

/** What the stub is told before a run. */
export interface StubSettings {
	/** Every answer comes this much later. */
	delayMs: number;
	/** Rows of each list. */
	listRows: number;
}

/** What the stub has counted since it was last told. */
export interface Tally {
	requests: number;
	/** Requests answered with an error. */
	refused: number;
	/** Rows that were read or added, and how many different ones they are. */
	rows: number;
	distinctRows: number;
	/** Most requests under way at once. */
	peak: number;
}

/** What the benchmark may ask of the stub, which runs in a process of its own. */
export interface StubMethods {
	reset(settings: StubSettings): void;
	tally(): Tally;
	webhooks(): RegisteredWebhook[];
}

/** Answers of a vendor; undefined for a path that the benchmark does not use. */
export type StubVendor = (request: StubRequest, settings: StubSettings) => StubAnswer | undefined;
