import type { Route } from '../../server/vendor';
import { createWebhook, testWebhook, updateWebhook } from '../contract/webhooks';
import { find, notFound, refuse } from '../errors';
import type { Kakiyo } from '../kakiyo';
import type { Webhook } from '../state';
import { envelope, eventFacts, eventNames, isEventName } from '../webhooks/events';
import { subscribers } from '../webhooks/subscribers';
import { plain, withBody } from './builders';

function listed({ secret: _secret, ...shown }: Webhook) {
	return shown;
}

/** The endpoints of webhooks. */
export function webhookRoutes(kakiyo: Kakiyo): Route[] {
	const webhook = (id: string | undefined) => find(kakiyo.state.webhooks, id, 'Webhook');
	return [
		plain({ method: 'GET', path: '/webhooks', handle: () => [...kakiyo.state.webhooks.values()].map(listed) }),
		withBody({
			method: 'POST',
			path: '/webhooks',
			body: createWebhook,
			status: 201,
			handle({ body: { secret = null, ...fields } }) {
				const { webhooks, ids } = kakiyo.state;
				const id = ids.next('webhook');
				webhooks.set(id, {
					id,
					...fields,
					secret,
					active: true,
					lastSuccess: null,
					lastFailure: null,
					successCount: 0,
					failureCount: 0,
					createdAt: kakiyo.clock.iso(),
				});
				return { id, ...fields, active: true, message: 'Webhook created successfully' };
			},
		}),
		withBody({
			method: 'PUT',
			path: '/webhooks/:webhookId',
			body: updateWebhook,
			handle({ params, body }) {
				const changed = Object.assign(webhook(params.webhookId), body);
				if (body.active) kakiyo.deliveries.enable(changed);
				return { id: changed.id, message: 'Webhook updated successfully' };
			},
		}),
		plain({
			method: 'DELETE',
			path: '/webhooks/:webhookId',
			handle({ params }) {
				const { id } = webhook(params.webhookId);
				kakiyo.state.webhooks.delete(id);
				return { id, message: 'Webhook deleted successfully' };
			},
		}),
		plain({
			method: 'GET',
			path: '/webhooks/events',
			handle: () => eventNames.map((id) => ({ id, name: eventFacts[id].name })),
		}),
		withBody({
			method: 'POST',
			path: '/webhooks/test',
			body: testWebhook,
			handle({ body: { event, data } }) {
				const targets = subscribers(kakiyo.state, event);
				if (targets.length === 0) throw notFound('Active webhook for this event');
				const json = JSON.stringify(envelope(kakiyo.state, event, kakiyo.clock.iso(), data));
				for (const target of targets) void kakiyo.deliveries.deliver(target, json, 'valid');
				return {
					message: 'Test webhook sent successfully',
					event,
					webhooksCount: targets.length,
					webhooks: targets.map(({ id, name, url }) => ({ id, name, url })),
				};
			},
		}),
		plain({
			method: 'GET',
			path: '/webhooks/test/events',
			handle: () =>
				eventNames.map((id) => {
					const { name, description, category } = eventFacts[id];
					return { id, name, description, category };
				}),
		}),
		plain({
			method: 'GET',
			path: '/webhooks/test/example/:event',
			handle({ params: { event = '' } }) {
				if (!isEventName(event)) throw refuse(400, 'invalid_event', 'Unknown event', { validEvents: eventNames });
				return envelope(kakiyo.state, event, kakiyo.clock.iso());
			},
		}),
	];
}
