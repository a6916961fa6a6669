import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { acceptDelivery, acceptNameless, jsonObjectOf, readDelivery, refuseDelivery, returnUnreadable, startRun } from '../../shared/webhook/delivery';
import { instantOf, isFresh } from '../../shared/webhook/freshness';
import { isFirstDelivery } from '../../shared/webhook/duplicates';
import { ignoresDuplicates } from '../../shared/webhook/options';
import { secretOf } from '../../shared/webhook/registration';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { isSelected } from './events';
import { eventIdentity } from './identity';
import { kakiyo } from '../vendor';
import { ageLimitOf, readSelection } from './settings';

const SIGNATURE_HEADER = 'x-kakiyo-signature';

/** Too old or too new by its own time: a copy of an earlier delivery, as the signature has no time of its own. */
function isStale(context: IWebhookFunctions, { timestamp }: IDataObject): boolean {
	const { maxAgeMs, isChosen } = ageLimitOf(context);
	if (maxAgeMs === Infinity || (!isChosen && instantOf(timestamp) === undefined)) return false;
	return !isFresh(timestamp, maxAgeMs, systemTime.now());
}

/**
 * One call of the webhook (apis/kakiyo.md 11.3 to 11.5). What Kakiyo did not sign gets 401. What it signed gets 200,
 * run or no run, because four refusals in a row make Kakiyo switch the webhook off; but not what cannot be read.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = secretOf(this.getWorkflowStaticData('node'));
	const delivery = await readDelivery(this);
	const { headers, body } = delivery;
	if (!body || !isSignedWith(secret, body, headers[SIGNATURE_HEADER])) return refuseDelivery(this);

	const event = jsonObjectOf(delivery);
	if (!event) return returnUnreadable(this, kakiyo.name, delivery);
	if (typeof event.event !== 'string') return acceptNameless(this, kakiyo.name);
	if (!isSelected(event, readSelection(this))) return acceptDelivery(this);
	if (isStale(this, event)) {
		this.logger.warn('An event of Kakiyo started no run: by its own time it is older than Max Age of the trigger', {
			event: event.event,
			timestamp: event.timestamp,
		});
		return acceptDelivery(this);
	}
	if (ignoresDuplicates(this) && !isFirstDelivery(this, fingerprintOf(secret, eventIdentity(event)))) return acceptDelivery(this);
	return startRun(this, event);
}
