import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../contract/exchange';
import type { FileRequest } from '../contract/file';
import type { Time } from '../contract/time';
import type { FieldLabels } from '../contract/vendor';
import type { RateLimiters } from '../limits/rateLimiters';
import type { Secrets } from './secrets';

/** Parts of a request that are not sent. */
export interface ExchangeWay {
	/** Largest success, unpacked, in bytes. */
	maxAnswerBytes: number;
	/** The credential's field with another base URL. */
	base?: string;
	/** See `ApiRequest`. */
	onlyReads: boolean;
}

/** The way to the vendor with the node's credential. */
export interface Connection {
	/** Without a slash at the end. */
	baseUrl: string;
	/**
	 * @param base the credential's field with another base URL
	 * @returns the base URL of a request, without a slash at the end
	 * @throws ItemFailure when it is not safe
	 */
	addressOf(base?: string): string;
	/** Identifies the API key at this host, without being the key: the same for all credentials with this key. */
	account: string;
	/** The account's limit per minute, if it differs from the documented one; otherwise undefined. */
	requestsPerMinute: number | undefined;
	/** The credential's fields. */
	fields: IDataObject;
	/** Removes the secrets of the credential and of the request from the vendor's texts. */
	secretsOf(request: OutgoingRequest): Secrets;
	/** Only the API key, which no answer may bring into an item; an answer may contain a login. */
	apiKey: Secrets;
	/**
	 * One request, without following redirects.
	 * @throws ItemFailure when that base URL is not safe; failures on the way are returned
	 */
	exchange(request: OutgoingRequest, way: ExchangeWay): Promise<Exchange>;
}

/** How a run sends requests with one credential. */
export interface HttpPort {
	/** Identifies the credential, even if its key changes: memory belongs to it. */
	account: string;
	/**
	 * Reads the credential, once for each run.
	 * @throws ItemFailure when it cannot be used
	 */
	connect(): Promise<Connection>;
	/** See `ApiClient.download`. */
	download(file: FileRequest): Promise<IBinaryData>;
}

/** What all parts of a node need to send requests. */
export interface SenderPorts {
	http: Pick<HttpPort, 'account' | 'connect'>;
	/** Clock and sleep. */
	time: Time;
	/** All rate limiters of the process. */
	limiters: RateLimiters;
	/** Labels of the operation's fields; absent for requests without fields. */
	labels?: () => FieldLabels;
	/** A point in time (epoch ms) as a clock time for the user. */
	clockTime(epochMs: number): string;
}
