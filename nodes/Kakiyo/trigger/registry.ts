import type { OutgoingRequest } from '../../shared/contract/exchange';
import { at, isRecord } from '../../shared/values/json';
import type { HookClient } from '../../shared/webhook/hook';
import type { RegisteredWebhook, WebhookRegistry } from '../../shared/webhook/registration';
import { newSecret } from '../../shared/webhook/signature';
import { wholeList } from '../pages';

const MISSING = 404;

/** A row of `GET /webhooks` [OpenAPI]; the secret is never shown. */
const readRow = ({ id, url, events, active }: Record<string, unknown>): RegisteredWebhook => ({
	id: String(id),
	url: String(url),
	events: Array.isArray(events) ? events.map(String) : [],
	active: active !== false,
});

const pathOf = (id: string): string => `/webhooks/${encodeURIComponent(id)}`;

/** Kakiyo's list of webhooks [seed-family; OpenAPI]. Whoever registers chooses the secret. */
export function kakiyoRegistry({ send }: Pick<HookClient, 'send'>): WebhookRegistry {
	const ask = async (method: OutgoingRequest['method'], path: string, body?: unknown) =>
		await send({
			request: { method, path, query: {}, body },
			tolerate: ({ status }) => method === 'DELETE' && status === MISSING,
		});
	return {
		async list() {
			const { body } = await ask('GET', '/webhooks');
			return (wholeList.rows(body) ?? []).filter(isRecord).map(readRow);
		},
		async create(wanted, known) {
			const secret = known || newSecret();
			const { body } = await ask('POST', '/webhooks', { ...wanted, secret });
			return { id: String(at(body, 'id') ?? ''), secret };
		},
		async repair(id, { url, events }, known) {
			const secret = known || newSecret();
			await ask('PUT', pathOf(id), { url, events, secret, active: true });
			return secret;
		},
		async remove(id) {
			const { status } = await ask('DELETE', pathOf(id));
			return status !== MISSING;
		},
	};
}
