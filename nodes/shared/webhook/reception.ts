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
	type Delivery,
} from './delivery';
import { callerTime } from '../engine/systemTime';
import { noteFirstDelivery } from './duplicates';
import { ignoresDuplicates } from './options';
import { startRun } from './startRun';

/** A delivery whose bytes can be read. */
export type WholeDelivery = Delivery & { body: Buffer };

/** A vendor's part of receiving deliveries. */
export interface Reception {
	/** The vendor's name for the user. */
	vendorName: string;
	/** The answer to a delivery that the vendor did not send. */
	refusal?: string;
	/** Whether the vendor sent it. Throws when that cannot be checked now: then the vendor may try again. */
	isGenuine(context: IWebhookFunctions, delivery: WholeDelivery): boolean | Promise<boolean>;
	/** The event that a body reports, undefined when it names none. */
	eventOf(body: IDataObject): string | undefined;
	/** Whether a run is wanted for it, by the fields of the node. */
	isWanted(context: IWebhookFunctions, body: IDataObject, event: string | undefined): boolean;
	/** The identity of the event, the same for repeated deliveries. */
	identityOf(context: IWebhookFunctions, body: IDataObject, delivery: WholeDelivery): string;
	/**
	 * The data with which its run starts; the body when absent. Never throws, and delays the vendor by a few seconds at
	 * most.
	 */
	itemOf?(context: IWebhookFunctions, body: IDataObject): IDataObject | Promise<IDataObject>;
}

/**
 * One call of a trigger's webhook. A delivery from another sender gets 401. A delivery from the vendor gets 200, with
 * or without a run, because vendors switch off a webhook that refuses. Exceptions are deliveries that cannot be read,
 * or cannot be verified now.
 */
export async function receiveEvent(context: IWebhookFunctions, reception: Reception): Promise<IWebhookResponseData> {
	const { vendorName, refusal } = reception;
	const arrivedAt = callerTime.now();
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
	const isNoted = ignoresDuplicates(context);
	const note = isNoted ? noteFirstDelivery(context, reception.identityOf(context, body, delivery)) : undefined;
	if (isNoted && !note) return acceptRepeated(context, vendorName, event);
	const item = reception.itemOf ? await reception.itemOf(context, body) : body;
	return startRun(context, item, { arrivedAt, note, vendorName });
}
