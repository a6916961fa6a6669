import { z } from 'zod';
import { deliveryFields, type DeliveryOutcome, outcomeOf, sendAll } from '../../webhooks/delivery';
import { type DeliveryStatus, loopbackPost } from '../../webhooks/loopbackPost';
import { Retries } from '../../webhooks/retries';
import type { KayseAccount } from '../account';
import { eventJson, sampleData, type WebhookEvent } from './events';
import type { Webhooks } from './webhooks';

const appKeyKinds = ['own', 'wrong', 'missing'] as const;
type AppKeyKind = (typeof appKeyKinds)[number];

/** A delivery to the company's webhooks. */
export const kayseDeliverySchema = z
	.object({
		...deliveryFields,
		event: z.string().min(1),
		/** The event's record; a sample when left out. */
		data: z.record(z.unknown()).optional(),
		/** The key in the delivery: the webhook's own, another one, or none. */
		appKey: z.enum(appKeyKinds).default('own'),
	})
	.strict();

/** A delivery as a test writes it: with defaults left out. */
export type KayseDelivery = z.input<typeof kayseDeliverySchema>;

interface Target {
	url: string;
	appKey: string | null;
	id: number | null;
}

function keyHeader({ appKey }: Target, kind: AppKeyKind): Record<string, string> {
	if (kind === 'missing' || appKey === null) return {};
	return { 'X-Public-Api-Key': kind === 'wrong' ? `not ${appKey}` : appKey };
}

/**
 * Posts events to the company's webhooks, with their App Key, and again after a failure. No document shows Kayse's
 * signature.
 */
export class Deliveries {
	private readonly retries: Retries;

	constructor(
		private readonly kayse: KayseAccount,
		private readonly webhooks: Webhooks,
	) {
		this.retries = new Retries(kayse.clock);
	}

	/** Sends an event to the webhooks that want it, or to one URL; resolves when every attempt is over. */
	async request(delivery: KayseDelivery): Promise<DeliveryOutcome[]> {
		const { event, data: given, appKey, url, ...repetition } = kayseDeliverySchema.parse(delivery);
		const data = given ?? sampleData(this.kayse, event);
		const reported = { event, at: this.kayse.clock.iso(), data };
		return await sendAll(this.targetsOf(event, data, url), repetition, async (target) => {
			const attempt = async () => await this.attempt(target, reported, appKey);
			const attempts = appKey === 'own' ? await this.retries.run(attempt) : [await attempt()];
			return outcomeOf(target.id === null ? null : String(target.id), target.url, attempts);
		});
	}

	private async attempt(target: Target, event: WebhookEvent, kind: AppKeyKind): Promise<DeliveryStatus> {
		const { clock, settings } = this.kayse;
		return await loopbackPost(
			target.url,
			eventJson(this.kayse, event, clock.iso()),
			keyHeader(target, kind),
			settings.webhookTimeoutSeconds,
		);
	}

	/** Ends waiting retries. */
	stop(): void {
		this.retries.stop();
	}

	private targetsOf(event: string, data: Record<string, unknown>, url: string | undefined): Target[] {
		if (url === undefined) return this.webhooks.wanting(event, data);
		return [
			this.webhooks.list().find((webhook) => webhook.url === url) ?? { url, appKey: this.kayse.apiKey, id: null },
		];
	}
}
