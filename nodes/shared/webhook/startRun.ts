import type { IDataObject, IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { callerTime } from '../engine/systemTime';
import { acceptDelivery, RECEIVED } from './delivery';
import type { DeliveryNote } from './duplicates';

/** The webhook of every trigger. Only with an empty `responseData` does n8n take its answer from the node. */
export const triggerWebhooks: IWebhookDescription[] = [
	{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'webhook' },
];

/** Latest time for an answer: less than 5 seconds, the shortest time that a vendor documents. */
export const ANSWER_WITHIN_MS = 4_000;

const SERVER_ERROR = 500;

/** The part of Express' response that is needed here. */
interface WebhookResponse {
	headersSent: boolean;
	statusCode: number;
	status(code: number): WebhookResponse;
	once(event: 'finish', listener: () => void): unknown;
}

interface Start {
	/** When the delivery arrived, by the time of callers. */
	arrivedAt: number;
	/** undefined when repetitions are not looked for. */
	note: DeliveryNote | undefined;
	vendorName: string;
}

/** For a delivery that has been answered: n8n's own answer has no effect, but a failure does. */
function ignoreAnswer(context: IWebhookFunctions, { note, vendorName }: Start): void {
	const response: WebhookResponse = context.getResponseObject();
	const ignored = () => response;
	response.status = (code) => {
		if (code >= SERVER_ERROR) {
			note?.withdraw();
			context.logger.error(
				`An event of ${vendorName} started no run: n8n could not store the run, and the delivery had been answered before`,
			);
		}
		return response;
	};
	Object.assign(response, { setHeader: ignored, setHeaders: ignored, json: ignored, send: ignored });
}

/**
 * Starts a run. n8n answers 200 when it has stored the run, so that deliveries come no faster than it can store, and
 * 500 when it cannot, so that the vendor delivers again. If n8n takes too long, the answer does not wait: vendors switch
 * off a webhook that keeps them waiting.
 */
export function startRun(context: IWebhookFunctions, json: IDataObject, start: Start): IWebhookResponseData {
	const { arrivedAt, note } = start;
	const response: WebhookResponse = context.getResponseObject();
	const answerNow = () => {
		acceptDelivery(context);
		ignoreAnswer(context, start);
	};
	const leftMs = arrivedAt + ANSWER_WITHIN_MS - callerTime.now();
	if (response.headersSent || leftMs <= 0) {
		answerNow();
	} else {
		response.once('finish', () => {
			if (response.statusCode >= SERVER_ERROR) note?.withdraw();
		});
		void callerTime.sleep(leftMs).then(() => {
			if (!response.headersSent) answerNow();
		});
	}
	return {
		workflowData: [[{ json }]],
		// n8n (2.41) reads this once more after it has stored the run, and then saves static data if it has changed since.
		get webhookResponse() {
			note?.save();
			return { message: RECEIVED };
		},
	};
}
