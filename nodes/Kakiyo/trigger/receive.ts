import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { acceptDelivery, jsonObjectOf, readDelivery, refuseDelivery, startRun, type Delivery } from '../../shared/webhook/delivery';
import { isFresh } from '../../shared/webhook/freshness';
import { isFirstDelivery } from '../../shared/webhook/duplicates';
import { secretOf } from '../../shared/webhook/registration';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { isSelected } from './events';
import { ignoresDuplicates, maxAgeOf, readSelection } from './settings';

const SIGNATURE_HEADER = 'x-kakiyo-signature';

/** The event of a signed body, undefined when it is none. */
function readEvent(delivery: Delivery): IDataObject | undefined {
	const payload = jsonObjectOf(delivery);
	return typeof payload?.event === 'string' ? payload : undefined;
}

function isWanted(context: IWebhookFunctions, event: IDataObject): boolean {
	const maxAgeMs = maxAgeOf(context);
	if (maxAgeMs !== undefined && !isFresh(event.timestamp, maxAgeMs, systemTime.now())) return false;
	return isSelected(event, readSelection(context));
}

/**
 * One call of the webhook (apis/kakiyo.md 11.3 to 11.5). What Kakiyo did not sign gets 401. What it signed gets 200,
 * run or no run, because four refusals in a row make Kakiyo switch the webhook off.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = secretOf(this.getWorkflowStaticData('node'));
	const delivery = await readDelivery(this);
	const { headers, body } = delivery;
	if (!body || !isSignedWith(secret, body, headers[SIGNATURE_HEADER])) return refuseDelivery(this);

	const event = readEvent(delivery);
	if (!event || !isWanted(this, event)) return acceptDelivery(this);
	if (ignoresDuplicates(this) && !isFirstDelivery(this, fingerprintOf(secret, body))) return acceptDelivery(this);
	return startRun(this, event);
}
