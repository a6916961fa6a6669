import type { IHookFunctions } from 'n8n-workflow';

import type { OutgoingRequest } from '../../shared/contract/exchange';
import { valueAt } from '../../shared/values/json';
import { readWebhooks, type HookClient } from '../../shared/webhook/hook';
import { webhooksIn, type WebhookRegistry } from '../../shared/webhook/registration';
import { newSecret } from '../../shared/webhook/signature';
import { wholeList } from '../pages';
import { kakiyo } from '../vendor';

const MISSING = 404;

const pathOf = (id: string): string => `/webhooks/${encodeURIComponent(id)}`;

/** Kakiyo's list of webhooks (docs/vendors/kakiyo.md#webhooks). The client chooses the secret. */
export function kakiyoRegistry(context: IHookFunctions, { send }: HookClient): WebhookRegistry {
	const ask = async (method: OutgoingRequest['method'], path: string, body?: unknown, query = {}) =>
		await send({
			request: { method, path, query, body },
			tolerate: ({ status }) => method === 'DELETE' && status === MISSING,
		});
	return {
		async list() {
			return await readWebhooks(context, kakiyo, {
				page: wholeList,
				query: {},
				fetchPage: async (query) => await ask('GET', '/webhooks', undefined, query),
				// A row of `GET /webhooks`, without the secret.
				read: (rows) => webhooksIn(rows, kakiyo.name, ({ active }) => active !== false),
			});
		},
		async create(wanted, known) {
			const secret = known || newSecret();
			const { body } = await ask('POST', '/webhooks', { ...wanted, secret });
			return { id: valueAt(body, 'id'), secret };
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
