import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import {
	acceptDelivery,
	acceptNameless,
	acceptRepeated,
	MOST_BYTES,
	postponeUnverified,
	readDelivery,
	readObject,
	refuseDelivery,
	returnExcessive,
	returnTooLarge,
	returnUnreadable,
	startRun,
	type Delivery,
} from './delivery';
import { isFirstDelivery } from './duplicates';
import { ignoresDuplicates } from './options';

/** A delivery whose bytes can be read. */
export type WholeDelivery = Delivery & { body: Buffer };

/** What is a vendor's own in taking what it delivers. */
export interface Reception {
	/** As the user knows it. */
	vendorName: string;
	/** The answer to what the vendor did not send. */
	refusal?: string;
	/** Whether the vendor sent it. Throws when that cannot be found out now: then the vendor may try again. */
	isGenuine(context: IWebhookFunctions, delivery: WholeDelivery): boolean | Promise<boolean>;
	/** The event that a body reports, undefined when it names none. */
	eventOf(body: IDataObject): string | undefined;
	/** Whether a run is wanted for it, by the fields of the node. */
	isWanted(context: IWebhookFunctions, body: IDataObject, event: string | undefined): boolean;
	/** What tells the event from all others, however often it is delivered. */
	identityOf(context: IWebhookFunctions, body: IDataObject, delivery: WholeDelivery): string;
	/** What its run starts with; the body when absent. Never throws, and keeps the vendor waiting for a few seconds at most. */
	itemOf?(context: IWebhookFunctions, body: IDataObject): IDataObject | Promise<IDataObject>;
}

/**
 * One call of a trigger's webhook. What the vendor did not send gets 401. What it sent gets 200, run or no run, because vendors
 * switch a webhook off that refuses; but not what cannot be read, nor what cannot be verified now.
 */
export async function receiveEvent(context: IWebhookFunctions, reception: Reception): Promise<IWebhookResponseData> {
	const { vendorName, refusal } = reception;
	const { headers, body: bytes } = await readDelivery(context);
	if (!bytes) return refuseDelivery(context, refusal);
	const delivery = { headers, body: bytes };
	if (bytes.length > MOST_BYTES) return returnTooLarge(context, vendorName, delivery);
	try {
		if (!(await reception.isGenuine(context, delivery))) return refuseDelivery(context, refusal);
	} catch (reason) {
		return postponeUnverified(context, vendorName, reason);
	}

	const { body, flaw } = readObject(delivery);
	if (flaw === 'noObject') return returnUnreadable(context, vendorName, delivery);
	if (flaw) return returnExcessive(context, vendorName, flaw);
	const event = reception.eventOf(body);
	if (!reception.isWanted(context, body, event)) {
		return event === undefined ? acceptNameless(context, vendorName) : acceptDelivery(context);
	}
	const isRepeated =
		ignoresDuplicates(context) && !isFirstDelivery(context, reception.identityOf(context, body, delivery));
	if (isRepeated) return acceptRepeated(context, vendorName, event);
	return startRun(context, reception.itemOf ? await reception.itemOf(context, body) : body);
}
