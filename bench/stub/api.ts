/** A request in the form of the stub's vendors: the path without the vendor's prefix. */
export interface StubRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: unknown;
}

/** A vendor's answer, and its rows, so that the stub can count them. */
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

/** The stub's settings for a run. */
export interface StubSettings {
	/** Delay of every answer. */
	delayMs: number;
	/** Rows of each list. */
	listRows: number;
}

/** The stub's counts since the last settings. */
export interface Tally {
	requests: number;
	/** Requests answered with an error. */
	refused: number;
	/** Rows that were read or added, and how many of them are different. */
	rows: number;
	distinctRows: number;
	/** Most requests under way at once. */
	peak: number;
}

/** The benchmark's calls to the stub, which runs in a process of its own. */
export interface StubMethods {
	reset(settings: StubSettings): void;
	tally(): Tally;
	webhooks(): RegisteredWebhook[];
}

/** Answers of a vendor; undefined for a path that the benchmark does not use. */
export type StubVendor = (request: StubRequest, settings: StubSettings) => StubAnswer | undefined;
