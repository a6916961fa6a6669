import { jsonParse, type IDataObject, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { isRecord } from '../values/json';

const OK = 200;
const UNAUTHORIZED = 401;
const UNAVAILABLE = 503;

/** What n8n adds to a request; it declares the two members as always there. */
interface Incoming {
	headers: Record<string, string | string[] | undefined>;
	contentType?: string;
	rawBody?: Buffer;
	readRawBody(): Promise<void>;
}

/** A delivery as it came over the wire. */
export interface Delivery {
	/** Names in lower case. */
	headers: Incoming['headers'];
	/** undefined when the bytes are gone, as after a form upload, which n8n reads by itself. */
	body: Buffer | undefined;
	/** Whether it says that it is JSON; without `charset` and the like. */
	isJson: boolean;
}

async function rawBodyOf(request: Incoming): Promise<Buffer | undefined> {
	if (request.rawBody) return request.rawBody;
	try {
		await request.readRawBody();
	} catch {
		// Whoever hung up half-way or sent a form sent nothing that a signature could be checked over.
		return undefined;
	}
	return request.rawBody;
}

/** Reads the request of a webhook call; n8n has read the bytes already for most content types. */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery> {
	const request: Incoming = context.getRequestObject();
	return {
		headers: request.headers,
		body: await rawBodyOf(request),
		isJson: /^application\/(?:[^;]+\+)?json$/.test(request.contentType ?? ''),
	};
}

/** The JSON object that was delivered, undefined when it is anything else. */
export function jsonObjectOf({ body, isJson }: Delivery): IDataObject | undefined {
	const payload: unknown = isJson && body ? jsonParse(body.toString('utf8'), { fallbackValue: null }) : null;
	return isRecord(payload) ? (payload as IDataObject) : undefined;
}

/** Answers by itself, so that n8n does not; once, whatever is found out later. */
function answer(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	const response = context.getResponseObject();
	if (!response.headersSent) response.status(status).json({ message });
	return { noWebhookResponse: true };
}

/** Answers 401 and starts nothing. */
export const refuseDelivery = (context: IWebhookFunctions): IWebhookResponseData =>
	answer(context, UNAUTHORIZED, 'The signature is missing or wrong');

/** Answers 503 and starts nothing: a sender that tries again may do so. */
export const postponeDelivery = (context: IWebhookFunctions): IWebhookResponseData =>
	answer(context, UNAVAILABLE, 'Not available at the moment');

/** Answers 200 and starts nothing: a vendor switches a webhook off whose address refuses what it sends. */
export const acceptDelivery = (context: IWebhookFunctions): IWebhookResponseData =>
	answer(context, OK, 'Received');

/**
 * Answers 200 and starts a run. Not left to n8n, which answers when the run has a place: with a limit on production
 * executions that may take longer than the vendor waits. It also saves static data only with an answer that comes
 * before the run; after it, n8n 2.40 takes the data for unchanged.
 */
export const startRun = (context: IWebhookFunctions, json: IDataObject): IWebhookResponseData => ({
	...acceptDelivery(context),
	workflowData: [[{ json }]],
});
