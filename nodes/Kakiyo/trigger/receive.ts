import { jsonParse, type IDataObject, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/executor/systemTime';
import { isRecord } from '../../shared/json';
import { acceptDelivery, readDelivery, refuseDelivery, type Delivery } from '../../shared/webhook/delivery';
import { isFresh } from '../../shared/webhook/freshness';
import { isFirstDelivery } from '../../shared/webhook/once';
import { secretOf } from '../../shared/webhook/registration';
import { fingerprintOf, isSignedWith } from '../../shared/webhook/signature';
import { isSelected } from './events';
import { ignoresDuplicates, maxAgeOf, readSelection } from './settings';

const SIGNATURE_HEADER = 'x-kakiyo-signature';

/** The event of a signed body, undefined when it is none. */
function readEvent(body: Buffer, isJson: boolean): IDataObject | undefined {
	const payload: unknown = isJson ? jsonParse(body.toString('utf8'), { fallbackValue: null }) : null;
	return isRecord(payload) && typeof payload.event === 'string' ? (payload as IDataObject) : undefined;
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
	const { headers, body, isJson }: Delivery = await readDelivery(this);
	if (!body || !isSignedWith(secret, body, headers[SIGNATURE_HEADER])) return refuseDelivery(this);

	const event = readEvent(body, isJson);
	if (!event || !isWanted(this, event)) return acceptDelivery();
	if (ignoresDuplicates(this) && !isFirstDelivery(this, fingerprintOf(secret, body))) return acceptDelivery();
	return { workflowData: [[{ json: event }]] };
}
