import type { IHookFunctions } from 'n8n-workflow';

import type { OutgoingRequest } from '../../shared/contract/exchange';
import { invalidInput, type ItemFailure } from '../../shared/contract/failure';
import type { Refusal } from '../../shared/contract/vendor';
import { valueAt } from '../../shared/values/json';
import { checked, readWebhooks, type HookClient } from '../../shared/webhook/hook';
import { webhooksIn, type WantedWebhook, type WebhookRegistry } from '../../shared/webhook/registration';
import { wholeList } from '../pages';
import { kaiCalls } from '../vendor';

const INVALID = 400;
const MISSING = 404;

const settingsOf = ({ name, url, events }: WantedWebhook) => ({
	webhook_url: url,
	events,
	description: name,
	is_active: true,
});

const noWorkspace = () => invalidInput('The API key has several businesses', 'Choose one under "Workspace".');

/**
 * KaiCalls' list of account webhooks (docs/vendors/kaicalls.md#account-webhooks). The vendor creates the secret and
 * shows it only once, when the webhook is created or its secret is rotated.
 * @param business the webhook's business, '' if the key has access to one only
 * @param owned ID of the webhook with a known secret
 */
export function kaiCallsRegistry(
	context: IHookFunctions,
	{ send }: HookClient,
	business: string,
	owned: unknown,
): WebhookRegistry {
	const whose = business === '' ? {} : { business_id: business };

	const fail = async (failure: ItemFailure): Promise<never> =>
		await checked(context, () => {
			throw failure;
		});

	const isAboutWorkspace = ({ status, message }: Refusal) =>
		business === '' && status === INVALID && message.includes('business_id');

	const ask = async (request: OutgoingRequest, repeatable?: boolean) => {
		const tolerate = (refusal: Refusal) =>
			isAboutWorkspace(refusal) || (request.method === 'DELETE' && refusal.status === MISSING);
		const response = await send({ request, repeatable, tolerate });
		return response.status === INVALID ? await fail(noWorkspace()) : response;
	};

	const post = async (path: string, body: object, repeatable: boolean) =>
		(await ask({ method: 'POST', path, query: {}, body: { ...body, ...whose } }, repeatable)).body;

	// A repeated rotation is safe: only the last secret counts.
	const rotated = async (id: string) => valueAt(await post('/webhooks/rotate-secret', { id }, true), 'webhook_secret');

	return {
		async list() {
			return await readWebhooks(context, kaiCalls, {
				page: wholeList('webhooks'),
				query: whose,
				fetchPage: async (query) => await ask({ method: 'GET', path: '/webhooks', query }),
				// A row of `GET /webhooks`; the secret is masked.
				read: (rows) => webhooksIn(rows, kaiCalls.name, ({ is_active }) => is_active !== false),
			});
		},
		async create(wanted) {
			const body = await post('/webhooks', settingsOf(wanted), false);
			return { id: valueAt(body, 'webhook', 'id'), secret: valueAt(body, 'webhook_secret') };
		},
		async repair(id, wanted, known) {
			await post('/webhooks', { id, ...settingsOf(wanted) }, true);
			// The known secret may belong to an earlier webhook.
			return known !== '' && id === owned ? known : await rotated(id);
		},
		async remove(id) {
			const { status } = await ask({ method: 'DELETE', path: '/webhooks', query: { id, ...whose } });
			return status !== MISSING;
		},
	};
}
