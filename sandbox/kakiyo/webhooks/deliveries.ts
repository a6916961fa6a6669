import { type DeliveryStatus, loopbackPost } from '../../loopbackPost';
import type { Kakiyo } from '../kakiyo';
import type { Webhook } from '../state';
import { signatureHeaders, type SignatureKind } from './signature';

const retryDelaySeconds = [1, 2, 4];
const failuresUntilDisabled = 4;
const creditsPerDelivery = 2;

const succeeded = (status: DeliveryStatus) => typeof status === 'number' && status >= 200 && status < 300;

/** Posts to registered webhooks as the vendor does: signed, retried, counted, disabled after repeated failure. */
export class Deliveries {
	private readonly consecutiveFailures = new Map<string, number>();

	private stopped = new AbortController();

	constructor(private readonly kakiyo: Kakiyo) {}

	/** Delivers with retries; returns the status of each attempt. */
	async deliver(webhook: Webhook, json: string, signature: SignatureKind): Promise<DeliveryStatus[]> {
		const { signal } = this.stopped;
		const attempts: DeliveryStatus[] = [];
		for (const delay of [0, ...retryDelaySeconds]) {
			try {
				if (delay > 0) await this.kakiyo.clock.sleep(delay, signal);
			} catch {
				break;
			}
			if (!webhook.active) break;
			const status = await this.attempt(webhook.url, webhook.secret, json, signature);
			attempts.push(status);
			if (status === 'refused') break;
			this.count(webhook, succeeded(status));
			if (succeeded(status)) break;
		}
		return attempts;
	}

	/** One attempt without any bookkeeping, as a stranger would send it. */
	async attempt(url: string, secret: string | null, json: string, signature: SignatureKind): Promise<DeliveryStatus> {
		return await loopbackPost(url, json, signatureHeaders(signature, secret, json), this.kakiyo.settings.webhookTimeoutSeconds);
	}

	enable(webhook: Webhook): void {
		webhook.active = true;
		this.consecutiveFailures.delete(webhook.id);
	}

	/** Ends waiting retries and forgets the counts. */
	reset(): void {
		this.stopped.abort();
		this.stopped = new AbortController();
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
