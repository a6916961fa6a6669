import type { IHttpRequestMethods } from 'n8n-workflow';

import type { NotToBeReached } from './contact';
import type { RateLimit } from './rateLimit';

/** How names of several words are written. */
export type Spelling = 'camelCase' | 'snake_case';

/** The parts of a response with an error status. */
export interface Refusal {
	status: number;
	/** The vendor's code, '' when there is none. */
	code: string;
	/** The vendor's sentence, '' when there is none. */
	message: string;
	/** Names of the request's members that the vendor rejects, each with its reason. */
	fields: Array<{ field: string; message: string }>;
	/** The editor's labels of the rejected fields; none if they are not known. */
	labels: string[];
	/** The target of a redirect, '' for other responses. */
	location: string;
	/** The IDs in the request, by parameter, such as `{ campaignId: 'abc' }`. */
	ids: Record<string, string>;
}

/**
 * The editor's labels of an operation's fields, by the plain names (`values/plainName.ts`) that a vendor may use for
 * them.
 */
export type FieldLabels = ReadonlyMap<string, string>;

/** The texts of a Failure for the user. */
export interface Explanation {
	message: string;
	description: string;
	again?: string;
	/** It is not an error but the answer that a person must not be contacted. */
	heldBack?: NotToBeReached;
}

/** The driver's facts about a vendor; all come from that vendor's documents. */
export interface Vendor<Tier extends string = string> {
	/** Name for the user. */
	name: string;
	/** Type name of its credential. */
	credential: string;
	/** Default base URLs, by the name of the credential's field. */
	baseUrls: Readonly<Record<string, string>> & { baseUrl: string };
	/** The warning about keys that look like test keys but reach real people. */
	misleadingKey?: { prefix: string; warning: string };
	/** Other credentials with a key, by the value of the node's field Authentication. */
	otherCredentials?: ReadonlyMap<unknown, string>;
	/** By parameter with the ID of a record: the label of the operation that lists such IDs. */
	listedBy: Readonly<Record<string, string>>;
	/** How its API writes the members of records; what we add to a result is written alike. */
	spelling: Spelling;
	limits: Record<Tier, RateLimit>;
	/** What a request may cost, where the vendor sells requests. */
	creditsPerRequest?: number;
	/** The limit that counts a request if its operation names none. */
	tierOf(method: IHttpRequestMethods): Tier;
	/** The vendor's own error text for a refusal; undefined for the common text of its status. */
	explain(refusal: Refusal): Explanation | undefined;
	/**
	 * `busy`: it ends soon by itself and nothing was done, so any method waits and tries again; `final`: trying again
	 * is useless although the status suggests it; `account`: the account is refused, as by 401 and 402, not only this
	 * request; undefined: the status decides.
	 */
	classify(refusal: Refusal): 'busy' | 'final' | 'account' | undefined;
}
