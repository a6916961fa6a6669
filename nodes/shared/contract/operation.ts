import type { IBinaryData, IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { FileRequest } from '../engine/download';
import type { IncomingResponse, OutgoingRequest } from './exchange';
import type { Row } from './fileRow';
import type { Attempt } from '../run/run';
import type { Time } from './time';
import type { Explanation, Refusal } from './vendor';

/** One item's call of an operation, as the node's fields describe it. */
export interface ItemParameters {
	index: number;
	/** The item's own data. */
	input: IDataObject;
	/** Runs as an AI agent's tool: there is no input item, only fields. */
	isTool: boolean;
	/** Of the workflow, as in "Europe/Berlin". */
	timeZone: string;
	/** Query and body that n8n collected from the fields' own `routing.send`. */
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	/**
	 * A node parameter of this item, resource locators as their plain value.
	 * @param fallback what a parameter that is not shown counts as
	 */
	parameter(name: string, fallback?: unknown): unknown;
}

/** A request of an operation: what is special about it, the rest follows from the method. */
export interface ApiRequest {
	request: OutgoingRequest;
	/** The credential's field with the base URL, where it is another than `baseUrl`. */
	base?: string;
	/** The limit that counts it; the vendor's rule for the method when absent. */
	tier?: string;
	/** Overrides what the method says about doing it twice. */
	repeatable?: boolean;
	ids?: Refusal['ids'];
	/** Refusals that are an answer here, such as "already there": `send` returns them like a success. */
	tolerate?: (refusal: Refusal) => boolean;
	/** Nobody has documented the path: a 404 may mean that there is no such endpoint. */
	uncertainPath?: boolean;
	/** Its own wording for a refusal, before the vendor's. */
	explain?: (refusal: Refusal) => Explanation | undefined;
}

/** The way to the vendor while an item is being performed. */
export interface ApiClient {
	/**
	 * @returns a successful response
	 * @throws ItemFailure otherwise
	 */
	send(apiRequest: ApiRequest): Promise<IncomingResponse>;
	/**
	 * A file from another host, which does not get the key.
	 * @throws ItemFailure when it cannot be had
	 */
	download(file: FileRequest): Promise<IBinaryData>;
	/** The fields of a further credential of the node, for what must not be a node parameter. */
	credential(type: string): Promise<IDataObject>;
	attempt: Attempt;
	item: number;
	/** Stands for the API key, without being it. */
	account: string;
	/** What the node keeps from one execution to the next; n8n saves it for published workflows only. */
	memory(): IDataObject;
	time: Time;
	vendorName: string;
	/** Stop was pressed, or another item ended the run. */
	cancelled: () => boolean;
}

/** An item's call, read and checked, before anything is sent. */
export interface Draft {
	/** Equal for equal calls. */
	fingerprint: unknown;
	perform(api: ApiClient): Promise<Row[]>;
}

/**
 * Turns one item's call into what will be sent; reading only, nothing asynchronous.
 * @throws ItemFailure of kind `input` naming field and remedy
 */
export type Operation = (item: ItemParameters) => Draft;

/** What every operation says about its request. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** Below the base URL; `{name}` stands for the node parameter of that name. */
	path: string;
	tier?: string;
	repeatable?: boolean;
}
