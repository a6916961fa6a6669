import { type DeliveryStatus, loopbackPost, succeeded } from '../../webhooks/loopbackPost';
import { Retries } from '../../webhooks/retries';
import type { KakiyoAccount } from '../account';
import type { Webhook } from '../state';
import { signatureHeaders, type SignatureKind } from './signature';

const failuresUntilDisabled = 4;
const creditsPerDelivery = 2;

/** Posts to registered webhooks like the vendor: signed, retried, counted, switched off after repeated failure. */
export class Deliveries {
	private readonly consecutiveFailures = new Map<string, number>();

	private readonly retries: Retries;

	constructor(private readonly kakiyo: KakiyoAccount) {
		this.retries = new Retries(kakiyo.clock);
	}

	/** Delivers with retries; returns the status of each attempt. */
	async deliver(webhook: Webhook, json: string, signature: SignatureKind): Promise<DeliveryStatus[]> {
		return await this.retries.run(async () => {
			if (!webhook.active) return undefined;
			const status = await this.attempt(webhook.url, webhook.secret, json, signature);
			if (status !== 'refused') this.count(webhook, succeeded(status));
			return status;
		});
	}

	/** One attempt, without retries and count, like from a stranger. */
	async attempt(url: string, secret: string | null, json: string, signature: SignatureKind): Promise<DeliveryStatus> {
		return await loopbackPost(
			url,
			json,
			signatureHeaders(signature, secret, json),
			this.kakiyo.settings.webhookTimeoutSeconds,
		);
	}

	enable(webhook: Webhook): void {
		webhook.active = true;
		this.consecutiveFailures.delete(webhook.id);
	}

	/** Ends waiting retries and resets the counts. */
	reset(): void {
		this.retries.stop();
		this.consecutiveFailures.clear();
	}

	private count(webhook: Webhook, success: boolean): void {
		const failures = success ? 0 : (this.consecutiveFailures.get(webhook.id) ?? 0) + 1;
		this.consecutiveFailures.set(webhook.id, failures);
		if (success) {
			webhook.successCount += 1;
			webhook.lastSuccess = this.kakiyo.clock.iso();
			this.kakiyo.spend(creditsPerDelivery);
			return;
		}
		webhook.failureCount += 1;
		webhook.lastFailure = this.kakiyo.clock.iso();
		if (failures >= failuresUntilDisabled) webhook.active = false;
	}
}
