import { z } from 'zod';
import { deliveryFields, type DeliveryOutcome, outcomeOf, sendAll } from '../../webhooks/delivery';
import type { Kakiyo } from '../kakiyo';
import type { Webhook } from '../state';
import { envelope } from './events';
import { signatureKinds } from './signature';
import { subscribers } from './subscribers';

/** A delivery to the webhooks of the team. */
export const deliverySchema = z
	.object({
		...deliveryFields,
		event: z.string().min(1),
		/** The envelope's `data`; a sample about the first prospect when left out. */
		data: z.record(z.unknown()).optional(),
		signature: z.enum(signatureKinds).default('valid'),
		/** ISO 8601; vendor time when left out. */
		timestamp: z.string().optional(),
		/**
		 * Fault: each of `times` deliveries has its own outer time, one second after the previous one; its `data` is
		 * the same.
		 */
		retimed: z.boolean().default(false),
	})
	.strict();

/** A delivery as a test writes it: with defaults left out. */
export type Delivery = z.input<typeof deliverySchema>;

const later = (timestamp: string, seconds: number): string =>
	new Date(Date.parse(timestamp) + seconds * 1000).toISOString();

type Target = Pick<Webhook, 'url' | 'secret'> & { webhook?: Webhook };

/**
 * Sends an event to the webhooks that want it, or to one URL. Only a signed delivery to registered webhooks is retried
 * and counted, because only that one is the vendor's own.
 */
export async function requestDelivery(kakiyo: Kakiyo, delivery: Delivery): Promise<DeliveryOutcome[]> {
	const { event, data, signature, timestamp, retimed, url, ...repetition } = deliverySchema.parse(delivery);
	const first = envelope(kakiyo.state, event, timestamp ?? kakiyo.clock.iso(), data);
	let sent = 0;
	const nextJson = () => JSON.stringify(retimed ? { ...first, timestamp: later(first.timestamp, sent++) } : first);
	const isVendors = url === undefined && (signature === 'valid' || signature === 'validPrefixed');

	return await sendAll(targetsOf(kakiyo, event, url), repetition, async ({ url: to, secret, webhook }) => {
		const json = nextJson();
		const attempts =
			isVendors && webhook
				? await kakiyo.deliveries.deliver(webhook, json, signature)
				: [await kakiyo.deliveries.attempt(to, secret, json, signature)];
		return outcomeOf(webhook?.id ?? null, to, attempts);
	});
}

function targetsOf({ state }: Kakiyo, event: string, url: string | undefined): Target[] {
	if (url === undefined) return subscribers(state, event).map((webhook) => ({ ...webhook, webhook }));
	const webhook = [...state.webhooks.values()].find((registered) => registered.url === url);
	return [webhook ? { ...webhook, webhook } : { url, secret: null }];
}
