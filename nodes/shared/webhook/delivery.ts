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

/** Largest delivery of a vendor: a day of talk has a megabyte. n8n itself accepts 16 (N8N_PAYLOAD_SIZE_MAX). */
export const MOST_BYTES = 10 * MEGABYTE;

/** Largest unsigned delivery, even if the API is then asked about it. */
export const MOST_BYTES_UNVERIFIED = MEGABYTE;

/** n8n's additions to a request; its types say that both members always exist. */
interface Incoming {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody(): Promise<void>;
}

/** A delivery with its raw bytes. */
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
		// A broken request or a form has no bytes over which a signature could be checked.
		return undefined;
	}
	return request.rawBody;
}

/** Reads the request of a webhook call; n8n has read the bytes already for most content types. */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery> {
	const request: Incoming = context.getRequestObject();
	return { headers: request.headers, body: await rawBodyOf(request) };
}

/** The delivered JSON object, or the reason why it cannot be read. */
export type ReadDelivery = { body: IDataObject; flaw?: undefined } | { body?: undefined; flaw: 'noObject' | Excess };

/**
 * Reads the delivered JSON object, under any content type. An excessive one is rejected before parsing; no vendor sends
 * one.
 */
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

/** Sends the answer itself, so that n8n does not; only once, for any later result. */
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
 * Answers 400 and starts nothing, with a line in n8n's log: a signed delivery that n8n cannot read must not count as
 * received.
 * @param vendorName for the user
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

/** Answers 413 and starts nothing, before any part of it is read or remembered, with a line in n8n's log. */
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

/** The same for a delivery that cannot be verified now, with a line in n8n's log. */
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

/** The text of the answer to a delivery that was received, with or without a run. */
export const RECEIVED = 'Received';

/** Answers 200 and starts nothing: a vendor switches off a webhook whose address refuses deliveries. */
export const acceptDelivery = (context: IWebhookFunctions): IWebhookResponseData => answer(context, OK, RECEIVED);

/** The same for a signed delivery without an event, with a line in n8n's log. */
export function acceptNameless(context: IWebhookFunctions, vendorName: string): IWebhookResponseData {
	context.logger.warn(`A signed delivery of ${vendorName} started no run: it names no event`);
	return acceptDelivery(context);
}

/** The same for an event that has already started a run, with a line in the log for users who look for a second one. */
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
