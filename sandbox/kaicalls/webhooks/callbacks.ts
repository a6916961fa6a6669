import { type DeliveryOutcome, outcomeOf } from '../../webhooks/delivery';
import { loopbackPost } from '../../webhooks/loopbackPost';
import type { KaiCallsAccount } from '../account';
import type { Call } from '../state';
import { callbackPayload } from './payloads';

/** Posts a body to a call's webhook once, unsigned; no document mentions retries. */
export async function post(
	kaicalls: KaiCallsAccount,
	url: string,
	payload: Record<string, unknown>,
): Promise<DeliveryOutcome> {
	const status = await loopbackPost(url, JSON.stringify(payload), {}, kaicalls.settings.webhookTimeoutSeconds);
	return outcomeOf(null, url, [status]);
}

/** The vendor's own callback of a call that has ended. */
export async function postCallback(kaicalls: KaiCallsAccount, url: string, call: Call): Promise<DeliveryOutcome> {
	if (!call.ending) throw new Error('A running call has no callback');
	const payload = callbackPayload(kaicalls, call, call.ending);
	const { callbacks } = kaicalls.state;
	const outcome = await post(kaicalls, url, payload);
	callbacks.push({ call_id: call.id, url, event: String(payload.event), status: outcome.status });
	return outcome;
}
