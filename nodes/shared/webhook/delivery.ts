import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { vendorWords } from '../http/vendorWords';
import { isRecord } from '../values/json';
import { excessInText, MOST_LEVELS, MOST_VALUES, type Excess } from '../values/excess';
import { textOf } from './text';

const OK = 200;
const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
const TOO_LARGE = 413;
const UNAVAILABLE = 503;

const MEGABYTE = 1024 * 1024;

/** Of what a vendor sends: a day of talk has a megabyte. n8n itself takes 16 (N8N_PAYLOAD_SIZE_MAX). */
export const MOST_BYTES = 10 * MEGABYTE;

/** Of what nobody vouches for, whether the API is asked about it or not. */
export const MOST_BYTES_UNVERIFIED = MEGABYTE;

/** What n8n adds to a request; it declares the two members as always there. */
interface Incoming {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody(): Promise<void>;
}

/** A delivery as it came over the wire. */
export interface Delivery {
	/** Names in lower case. */
	headers: Incoming['headers'];
	/** undefined when the bytes are gone, as after a form upload, which n8n reads by itself. */
	body: Buffer | undefined;
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
	return { headers: request.headers, body: await rawBodyOf(request) };
}

/** What was delivered: a JSON object, or what keeps it from being read. */
export type ReadDelivery = { body: IDataObject; flaw?: undefined } | { body?: undefined; flaw: 'noObject' | Excess };

/** Reads the JSON object that was delivered, whatever it calls itself. What no vendor sends, nested or of so many values, is not even read. */
export function readObject({ headers, body }: Delivery): ReadDelivery {
	const text = body ? textOf(body, headers['content-type']) : '';
	const excess = excessInText(text, MOST_LEVELS);
	if (excess) return { flaw: excess };
	try {
		const payload: unknown = JSON.parse(text);
		return isRecord(payload) ? { body: payload as IDataObject } : { flaw: 'noObject' };
	} catch {
		return { flaw: 'noObject' };
	}
}

/** Answers by itself, so that n8n does not; once, whatever is found out later. */
function answer(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	const response = context.getResponseObject();
	if (!response.headersSent) response.status(status).json({ message });
	return { noWebhookResponse: true };
}

/** Answers 401 and starts nothing. */
export const refuseDelivery = (
	context: IWebhookFunctions,
	refusal = 'The signature is missing or wrong',
): IWebhookResponseData => answer(context, UNAUTHORIZED, refusal);

/**
 * Answers 400 and starts nothing, with a line in n8n's log: what the vendor has signed and n8n cannot read must not count as received.
 * @param vendorName as the user knows it
 */
export function returnUnreadable(
	context: IWebhookFunctions,
	vendorName: string,
	{ headers, body }: Delivery,
): IWebhookResponseData {
	context.logger.warn(`A signed delivery of ${vendorName} started no run: it cannot be read as JSON`, {
		contentType: headers['content-type'],
		bytes: body?.length,
	});
	return answer(context, BAD_REQUEST, 'The body is not a JSON object');
}

/** Answers 413 and starts nothing, before anything is read of it or remembered, with a line in n8n's log. */
export function returnTooLarge(
	context: IWebhookFunctions,
	vendorName: string,
	{ body }: Delivery,
): IWebhookResponseData {
	context.logger.warn(`A delivery for ${vendorName} started no run: it is too large`, {
		bytes: body?.length,
	});
	return answer(context, TOO_LARGE, 'The body is too large');
}

const EXCESSES: Record<Excess, { fault: string; told: string }> = {
	tooDeep: { fault: `it is nested deeper than ${MOST_LEVELS} levels`, told: 'The body is nested too deep' },
	tooMany: {
		fault: `it has more than ${MOST_VALUES.toLocaleString('en')} values`,
		told: 'The body has too many values',
	},
};

/** Answers 400 and starts nothing, with a line in n8n's log. */
export function returnExcessive(context: IWebhookFunctions, vendorName: string, excess: Excess): IWebhookResponseData {
	const { fault, told } = EXCESSES[excess];
	context.logger.warn(`A delivery for ${vendorName} started no run: ${fault}`);
	return answer(context, BAD_REQUEST, told);
}

/** Answers 503 and starts nothing: a sender that tries again may do so. */
export const postponeDelivery = (context: IWebhookFunctions): IWebhookResponseData =>
	answer(context, UNAVAILABLE, 'Not available at the moment');

/** The same for what cannot be told from a forgery now, with a line in n8n's log. */
export function postponeUnverified(
	context: IWebhookFunctions,
	vendorName: string,
	reason: unknown,
): IWebhookResponseData {
	context.logger.warn(`A delivery for ${vendorName} could not be verified`, {
		reason: reason instanceof Error ? reason.message : '',
	});
	return postponeDelivery(context);
}

/** Answers 200 and starts nothing: a vendor switches a webhook off whose address refuses what it sends. */
export const acceptDelivery = (context: IWebhookFunctions): IWebhookResponseData => answer(context, OK, 'Received');

/** The same for what is signed and names no event, with a line in n8n's log. */
export function acceptNameless(context: IWebhookFunctions, vendorName: string): IWebhookResponseData {
	context.logger.warn(`A signed delivery of ${vendorName} started no run: it names no event`);
	return acceptDelivery(context);
}

/** The same for an event that has started a run already, with a line for whoever looks for a second one. */
export function acceptRepeated(
	context: IWebhookFunctions,
	vendorName: string,
	event: string | undefined,
): IWebhookResponseData {
	context.logger.info(`A delivery of ${vendorName} started no run: its event had already started one`, {
		event: vendorWords(event),
	});
	return acceptDelivery(context);
}

/**
 * Answers 200 and starts a run. Not left to n8n, which answers when the run has a place: with a limit on production
 * executions that may take longer than the vendor waits. It also saves static data only with an answer that comes
 * before the run; after it, n8n 2.40 takes the data for unchanged.
 */
export const startRun = (context: IWebhookFunctions, json: IDataObject): IWebhookResponseData => ({
	...acceptDelivery(context),
	workflowData: [[{ json }]],
});
