import { z } from 'zod';
import { BadArgument } from '../../control/badArgument';
import { deliveryFields, type DeliveryOutcome, outcomeOf, sendAll } from '../../webhooks/delivery';
import type { KaiCalls } from '../kaicalls';
import { newestFirst } from '../paging';
import type { Call, Ending, Webhook } from '../state';
import { eventJson } from './accountEvents';
import { callEvent } from './payloads';
import { signatureHeaders, signatureKinds } from './signature';

/** A signed delivery to the webhooks of the account. */
export const eventDeliverySchema = z
	.object({
		...deliveryFields,
		event: z.string().min(1),
		/** The ended call of the event; when absent, the receiving business's newest call with this ending. */
		callId: z.string().optional(),
		/** Members to add to the body, or to replace the event's own. */
		data: z.record(z.unknown()).default({}),
		signature: z.enum(signatureKinds).default('valid'),
		/** The age of the signature, in vendor seconds: 600 is too old, -600 is in the future. */
		ageSeconds: z.number().int().default(0),
	})
	.strict();

/** A delivery as a test writes it: with defaults left out. */
export type EventDelivery = z.input<typeof eventDeliverySchema>;

interface Target {
	url: string;
	secret: string;
	webhook?: Webhook;
}

/**
 * Sends an account event to the webhooks that want it, or to one URL. Only a well signed, timely delivery to registered
 * webhooks is retried and logged, because only that one is the vendor's own.
 */
export async function requestEvent(kaicalls: KaiCalls, request: EventDelivery): Promise<DeliveryOutcome[]> {
	const {
		event: event_type,
		callId,
		data,
		signature,
		ageSeconds,
		url,
		...repetition
	} = eventDeliverySchema.parse(request);
	const wanting = webhooksFor(kaicalls, event_type, url);
	const call = callId === undefined ? lastEnded(kaicalls, event_type, wanting[0]?.business_id) : kaicalls.call(callId);
	const ended = callEvent(kaicalls, call, endingOf(call));
	const event = kaicalls.events.record({
		...ended,
		event_type,
		payload: { ...ended.payload, event: event_type, ...data },
	});
	const webhooks = wanting.filter(({ business_id }) => url !== undefined || business_id === event.business_id);
	const json = eventJson(event);
	const seconds = kaicalls.events.seconds() - ageSeconds;
	const isVendors = url === undefined && signature === 'valid' && ageSeconds === 0;

	return await sendAll(targetsOf(webhooks, url), repetition, async ({ url: to, secret, webhook }) => {
		const headers = signatureHeaders(signature, secret, seconds, json);
		if (isVendors && webhook) return await kaicalls.events.deliver(webhook, event, headers);
		return outcomeOf(webhook?.id ?? null, to, [await kaicalls.events.attempt(to, json, headers)]);
	});
}

/** The active webhooks of any business that want the event, or the one that is registered with the URL. */
function webhooksFor({ state }: KaiCalls, event: string, url: string | undefined): Webhook[] {
	return [...state.webhooks.values()].filter((webhook) =>
		url === undefined ? webhook.is_active && webhook.events.includes(event) : webhook.url === url,
	);
}

function targetsOf(webhooks: readonly Webhook[], url: string | undefined): Target[] {
	if (url !== undefined && webhooks.length === 0) return [{ url, secret: 'nobody gave this URL a secret' }];
	return webhooks.map((webhook) => ({ url: webhook.url, secret: webhook.secret, webhook }));
}

function lastEnded({ state }: KaiCalls, event: string, businessId: string | undefined): Call {
	const found = newestFirst(state.calls.values()).find(
		({ ending, business_id }) =>
			ending &&
			(ending.error !== null) === (event === 'call.failed') &&
			(businessId === undefined || business_id === businessId),
	);
	if (!found) throw new BadArgument('No call has ended so');
	return found;
}

function endingOf({ id, ending }: Call): Ending {
	if (!ending) throw new BadArgument(`Call ${id} is not over`);
	return ending;
}
