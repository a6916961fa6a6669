import type { IHttpRequestMethods } from 'n8n-workflow';

import type { NotToBeReached } from './contact';
import type { RateLimit } from './rateLimit';

/** How names of several words are written. */
export type Spelling = 'camelCase' | 'snake_case';

/** A response with a status that is no success, read. */
export interface Refusal {
	status: number;
	/** The vendor's code, '' when it gives none. */
	code: string;
	/** The vendor's sentence, '' when it gives none. */
	message: string;
	/** Names of the request's members that it finds fault with, each with its reason. */
	fields: Array<{ field: string; message: string }>;
	/** What the editor calls the fields that it finds fault with; none where they are not known. */
	labels: string[];
	/** Where a redirect points, '' when it is none. */
	location: string;
	/** The ids that the request named, by parameter, such as `{ campaignId: 'abc' }`. */
	ids: Record<string, string>;
}

/** What the editor calls the fields of an operation, by the plain names (`values/plainName.ts`) that a vendor may have for them. */
export type FieldLabels = ReadonlyMap<string, string>;

/** What the user reads of a Failure. */
export interface Explanation {
	message: string;
	description: string;
	again?: string;
	/** It is no error, but the word that a person is not to be reached. */
	heldBack?: NotToBeReached;
}

/** What the driver must know of a vendor; everything in it is a fact of that vendor's documents. */
export interface Vendor<Tier extends string = string> {
	/** As the user knows it. */
	name: string;
	/** Type name of its credential. */
	credential: string;
	/** Where its key goes unless the credential says otherwise, by the name of the field that does. */
	baseUrls: Readonly<Record<string, string>> & { baseUrl: string };
	/** Keys that look as if nobody were reached with them, and are not: what to tell then. */
	misleadingKey?: { prefix: string; warning: string };
	/** Others that hold a key, too, by the value of the node's field Authentication. */
	otherCredentials?: ReadonlyMap<unknown, string>;
	/** By parameter with the ID of a record: the operation that lists such IDs, as the user knows it. */
	listedBy: Readonly<Record<string, string>>;
	/** How its API writes the members of records; what we add to a result is written alike. */
	spelling: Spelling;
	limits: Record<Tier, RateLimit>;
	/** The limit that counts a request whose operation names none. */
	tierOf(method: IHttpRequestMethods): Tier;
	/** The vendor's own wording for a refusal; undefined leaves it to the common one for its status. */
	explain(refusal: Refusal): Explanation | undefined;
	/**
	 * `busy`: goes away by itself soon and nothing was carried out, so any method waits and tries again;
	 * `final`: trying again is pointless although the status suggests it; `account`: the account is refused, as by 401 and 402,
	 * not this one request; undefined: the status decides.
	 */
	standing(refusal: Refusal): 'busy' | 'final' | 'account' | undefined;
}
