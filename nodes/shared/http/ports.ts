import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { Exchange, OutgoingRequest } from '../contract/exchange';
import type { FileRequest } from '../contract/file';
import type { Time } from '../contract/time';
import type { FieldLabels } from '../contract/vendor';
import type { RateLimiters } from '../limits/rateLimiters';
import type { Secrets } from './secrets';

/** What of a request is not sent. */
export interface ExchangeWay {
	/** Of a success, unpacked. */
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
	/** Stands for the API key at this host, without being it: the same for all credentials that hold the key. */
	account: string;
	/** What the account is allowed by the minute where it is not what the vendor documents; undefined where it is. */
	requestsPerMinute: number | undefined;
	/** The credential's fields. */
	fields: IDataObject;
	/** Takes the credential's secrets, and those of a request, out of what the vendor wrote. */
	secretsOf(request: OutgoingRequest): Secrets;
	/** Of these the API key, which no answer of a vendor is to bring into an item; a login may be what was asked for. */
	apiKey: Secrets;
	/**
	 * One request, which never follows a redirect.
	 * @throws ItemFailure when that base URL is not safe; never for what happens on the way
	 */
	exchange(request: OutgoingRequest, way: ExchangeWay): Promise<Exchange>;
}

export interface HttpPort {
	/** Stands for the credential, whatever key it holds: what memory is bound to. */
	account: string;
	/**
	 * Reads the credential, once for each run.
	 * @throws ItemFailure when it cannot be used
	 */
	connect(): Promise<Connection>;
	/** See `ApiClient.download`. */
	download(file: FileRequest): Promise<IBinaryData>;
}

/** What requests of any part of a node go out over. */
export interface SenderPorts {
	http: Pick<HttpPort, 'account' | 'connect'>;
	/** Clock and sleep. */
	time: Time;
	/** All rate limiters of the process. */
	limiters: RateLimiters;
	/** Of the operation's fields; absent for what nobody fills in. */
	labels?: () => FieldLabels;
	/** A point in time (epoch ms) as a clock time of the user's. */
	clockTime(epochMs: number): string;
}
