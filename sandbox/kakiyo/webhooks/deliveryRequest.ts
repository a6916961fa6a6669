import { z } from 'zod';
import { type DeliveryStatus, isLoopback } from '../../loopbackPost';
import type { Kakiyo } from '../kakiyo';
import type { Webhook } from '../state';
import { envelope } from './events';
import { signatureKinds } from './signature';
import { subscribers } from './subscribers';

export const deliverySchema = z
	.object({
		event: z.string().min(1),
		/** The envelope's `data`; a sample about the first prospect when left out. */
		data: z.record(z.unknown()).optional(),
		signature: z.enum(signatureKinds).default('valid'),
		/** How often the very same bytes are sent. */
		times: z.number().int().positive().default(1),
		parallel: z.boolean().default(false),
		/** ISO 8601; vendor time when left out. */
		timestamp: z.string().optional(),
		/** Send to this URL instead of the registered webhooks. */
		url: z.string().refine(isLoopback, 'Only loopback URLs').optional(),
	})
	.strict();

export type Delivery = z.input<typeof deliverySchema>;

export interface DeliveryOutcome {
	/** `null` when the URL is not a registered webhook's. */
	webhookId: string | null;
	url: string;
	/** The last attempt's status. */
	status: DeliveryStatus;
	attempts: DeliveryStatus[];
}

type Target = Pick<Webhook, 'url' | 'secret'> & { webhook?: Webhook };

/**
 * Sends an event to the webhooks that want it, or to one URL.
 * Only a signed delivery to registered webhooks is the vendor's own, so only that is retried and counted.
 */
export async function requestDelivery(kakiyo: Kakiyo, delivery: Delivery): Promise<DeliveryOutcome[]> {
	const { event, data, signature, times, parallel, timestamp, url } = deliverySchema.parse(delivery);
	const json = JSON.stringify(envelope(kakiyo.state, event, timestamp ?? kakiyo.clock.iso(), data));
	const isVendors = url === undefined && (signature === 'valid' || signature === 'validPrefixed');

	async function send({ url: to, secret, webhook }: Target): Promise<DeliveryOutcome> {
		const attempts =
			isVendors && webhook
				? await kakiyo.deliveries.deliver(webhook, json, signature)
				: [await kakiyo.deliveries.attempt(to, secret, json, signature)];
		return { webhookId: webhook?.id ?? null, url: to, status: attempts.at(-1) ?? 'refused', attempts };
	}

	const targets = targetsOf(kakiyo, event, url).flatMap((target) => Array.from({ length: times }, () => target));
	if (parallel) return await Promise.all(targets.map(send));
	const outcomes: DeliveryOutcome[] = [];
	for (const target of targets) outcomes.push(await send(target));
	return outcomes;
}

function targetsOf({ state }: Kakiyo, event: string, url: string | undefined): Target[] {
	if (url === undefined) return subscribers(state, event).map((webhook) => ({ ...webhook, webhook }));
	const webhook = [...state.webhooks.values()].find((registered) => registered.url === url);
	return [webhook ? { ...webhook, webhook } : { url, secret: null }];
}
