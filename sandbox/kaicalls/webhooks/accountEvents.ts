import { type DeliveryOutcome, outcomeOf } from '../../webhooks/delivery';
import { type DeliveryStatus, loopbackPost, succeeded } from '../../webhooks/loopbackPost';
import { Retries } from '../../webhooks/retries';
import type { KaiCallsAccount, NewEvent } from '../account';
import type { AccountEvent, Webhook } from '../state';

import { signatureHeaders } from './signature';

/** The events that a webhook may ask for: every name in the documents, except the test's. */
export const eventNames = ['call.started', 'call.completed', 'call.failed', 'call.ended', 'lead.captured'] as const;

/** The body of an account event. */
export function eventJson({ id, payload }: AccountEvent): string {
	return JSON.stringify({ event_id: id, ...payload });
}

/** Records the events of the account and posts them to the webhooks that want them: signed, retried, logged. */
export class AccountEvents {
	private readonly retries: Retries;

	constructor(private readonly kaicalls: KaiCallsAccount) {
		this.retries = new Retries(kaicalls.clock);
	}

	async emit(event: NewEvent): Promise<DeliveryOutcome[]> {
		const recorded = this.record(event);
		return await Promise.all(this.subscribers(recorded).map(async (webhook) => await this.deliver(webhook, recorded)));
	}

	record(event: NewEvent): AccountEvent {
		const { events, ids } = this.kaicalls.state;
		const recorded = { id: ids.next('event'), ...event, created_at: this.kaicalls.stamp() };
		events.set(recorded.id, recorded);
		return recorded;
	}

	/** The active webhooks of the event's business that want it. */
	subscribers({ event_type, business_id }: Pick<AccountEvent, 'event_type' | 'business_id'>): Webhook[] {
		return [...this.kaicalls.state.webhooks.values()].filter(
			(webhook) => webhook.is_active && webhook.business_id === business_id && webhook.events.includes(event_type),
		);
	}

	/** Delivers with retries and logs it. Each attempt gets a new signature, unless `headers` are given. */
	async deliver(webhook: Webhook, event: AccountEvent, headers?: Record<string, string>): Promise<DeliveryOutcome> {
		const { ids, deliveries } = this.kaicalls.state;
		const json = eventJson(event);
		const attempts = await this.retries.run(
			async () =>
				await this.attempt(
					webhook.url,
					json,
					headers ?? signatureHeaders('valid', webhook.secret, this.seconds(), json),
				),
		);
		const outcome = outcomeOf(webhook.id, webhook.url, attempts);
		const delivery = {
			id: ids.next('delivery'),
			business_id: event.business_id,
			event_id: event.id,
			webhook_id: webhook.id,
			status: succeeded(outcome.status) ? ('succeeded' as const) : ('failed' as const),
			attempts,
			created_at: this.kaicalls.stamp(),
		};
		deliveries.set(delivery.id, delivery);
		return outcome;
	}

	/** One attempt, without retries and log. */
	async attempt(url: string, json: string, headers: Record<string, string>): Promise<DeliveryStatus> {
		return await loopbackPost(url, json, headers, this.kaicalls.settings.webhookTimeoutSeconds);
	}

	/** Now in Unix seconds of vendor time. */
	seconds(): number {
		return Math.floor(this.kaicalls.clock.now() / 1000);
	}

	stop(): void {
		this.retries.stop();
	}
}
