import type { IncomingHttpHeaders } from 'node:http';
import { Answer } from '../../server/answer';
import { succeeded } from '../../webhooks/loopbackPost';
import type { Route } from '../../server/vendor';
import { deleteWebhookQuery, rotateSecret, testWebhook, upsertWebhook, webhooksQuery } from '../contract/webhooks';
import type { KaiCalls } from '../kaicalls';
import type { Webhook } from '../state';
import { shownWebhook } from '../views';
import { eventJson, eventNames } from '../webhooks/accountEvents';
import { newSecret } from '../webhooks/secret';
import { signatureHeaders } from '../webhooks/signature';
import { withBody, withQuery } from './builders';

/** The endpoints of webhooks. */
export function webhookRoutes(kaicalls: KaiCalls): Route[] {
	/** Sends the test event, even if the webhook does not want it. */
	async function sendTest({ id, business_id, url, secret }: Webhook, data: Record<string, unknown>): Promise<boolean> {
		const { events, clock } = kaicalls;
		const payload = { event: 'webhook.test', business_id, data, timestamp: kaicalls.iso(clock.now()) };
		const json = eventJson(
			events.record({ event_type: 'webhook.test', object_type: 'webhook', object_id: id, business_id, payload }),
		);
		return succeeded(await events.attempt(url, json, signatureHeaders('valid', secret, events.seconds(), json)));
	}

	function webhook(
		headers: IncomingHttpHeaders,
		{ id, business_id }: { id: string; business_id?: string | undefined },
	): Webhook {
		return kaicalls.access(headers).find(kaicalls.state.webhooks, id, 'webhook', business_id);
	}

	return [
		withQuery({
			method: 'GET',
			path: '/webhooks',
			query: webhooksQuery,
			handle({ query: { business_id }, headers }) {
				const access = kaicalls.access(headers);
				const webhooks = access.all(kaicalls.state.webhooks, business_id).map((one) => shownWebhook(kaicalls, one));
				return { webhooks, events: eventNames, business_id: business_id ?? access.key.business_id };
			},
		}),
		withBody({
			method: 'POST',
			path: '/webhooks',
			body: upsertWebhook,
			handle({ body: { id, webhook_url: url, business_id, events, description, is_active }, headers }) {
				if (id !== undefined) {
					const changed = webhook(headers, { id, business_id });
					changed.url = url;
					changed.events = events ?? changed.events;
					changed.description = description ?? changed.description;
					changed.is_active = is_active ?? changed.is_active;
					return {
						webhook: shownWebhook(kaicalls, changed),
						events: eventNames,
						message: 'Webhook updated',
						business_id: changed.business_id,
					};
				}
				const { webhooks, ids } = kaicalls.state;
				const owner = kaicalls.access(headers).business(business_id);
				const created: Webhook = {
					id: ids.next('webhook'),
					business_id: owner,
					url,
					events: events ?? [...eventNames],
					description: description ?? null,
					is_active: is_active ?? true,
					secret: newSecret(),
					created_at: kaicalls.stamp(),
				};
				webhooks.set(created.id, created);
				return new Answer(201, {
					webhook: shownWebhook(kaicalls, created),
					webhook_secret: created.secret,
					events: eventNames,
					message: 'Webhook created; the secret is not shown again',
					business_id: owner,
				});
			},
		}),
		withQuery({
			method: 'DELETE',
			path: '/webhooks',
			query: deleteWebhookQuery,
			handle({ query, headers }) {
				kaicalls.state.webhooks.delete(webhook(headers, query).id);
				return { success: true };
			},
		}),
		withBody({
			method: 'POST',
			path: '/webhooks/test',
			body: testWebhook,
			handle: async ({ body, headers }) => ({
				success: await sendTest(webhook(headers, body), body.data),
				event: 'webhook.test',
			}),
		}),
		withBody({
			method: 'POST',
			path: '/webhooks/rotate-secret',
			body: rotateSecret,
			handle({ body, headers }) {
				const rotated = webhook(headers, body);
				rotated.secret = newSecret();
				return { webhook: shownWebhook(kaicalls, rotated), webhook_secret: rotated.secret };
			},
		}),
	];
}
