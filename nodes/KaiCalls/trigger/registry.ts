import type { IHookFunctions } from 'n8n-workflow';

import type { OutgoingRequest } from '../../shared/executor/exchange';
import { unfit } from '../../shared/executor/failure';
import { at, isRecord } from '../../shared/json';
import { checked, type HookClient } from '../../shared/webhook/hook';
import type { RegisteredWebhook, WantedWebhook, WebhookRegistry } from '../../shared/webhook/registration';
import { wholeList } from '../pages';

const MISSING = 404;

/** A row of `GET /webhooks` [docs: sdk]; the secret is masked. */
const readRow = ({ id, url, events, is_active }: Record<string, unknown>): RegisteredWebhook => ({
	id: String(id),
	url: String(url),
	events: Array.isArray(events) ? events.map(String) : [],
	active: is_active !== false,
});

const settingsOf = ({ name, url, events }: WantedWebhook) => ({ webhook_url: url, events, description: name, is_active: true });

function secretIn(body: unknown): string {
	const secret = at(body, 'webhook_secret');
	if (typeof secret === 'string' && secret !== '') return secret;
	throw unfit(
		'KaiCalls did not hand out the secret that it signs with, so nothing it sends could be verified',
		'Delete the webhook of this workflow in KaiCalls under Settings > API Keys > Outbound Webhooks, then publish the workflow again.',
	);
}

/**
 * KaiCalls' list of account webhooks [docs: sdk, mcp, plugin; not in seed 004]. The vendor makes the secret and shows it
 * once, when the webhook is created or its secret is rotated.
 * @param business the business that the webhook belongs to, '' when the key reaches only one
 * @param owned id of the webhook whose secret is known
 */
export function kaiCallsRegistry(
	context: IHookFunctions,
	{ send }: HookClient,
	business: string,
	owned: unknown,
): WebhookRegistry {
	const whose = business === '' ? {} : { business_id: business };

	const post = async (path: string, body: object, repeatable: boolean) =>
		(await send({ request: { method: 'POST', path, query: {}, body: { ...body, ...whose } }, repeatable })).body;

	const ask = async (method: OutgoingRequest['method'], query: Record<string, string>) =>
		await send({
			request: { method, path: '/webhooks', query: { ...query, ...whose } },
			tolerate: ({ status }) => method === 'DELETE' && status === MISSING,
		});

	const handedOut = async (body: unknown) => await checked(context, () => secretIn(body));

	// Whatever a first try did, the secret of the last one holds.
	const rotated = async (id: string) => await handedOut(await post('/webhooks/rotate-secret', { id }, true));

	return {
		async list() {
			const { body } = await ask('GET', {});
			return (wholeList('webhooks').rows(body) ?? []).filter(isRecord).map(readRow);
		},
		async create(wanted) {
			const body = await post('/webhooks', settingsOf(wanted), false);
			return { id: String(at(body, 'webhook', 'id') ?? ''), secret: await handedOut(body) };
		},
		async repair(id, wanted, known) {
			await post('/webhooks', { id, ...settingsOf(wanted) }, true);
			// A secret that is known may be that of an earlier webhook.
			return known !== '' && id === owned ? known : await rotated(id);
		},
		async remove(id) {
			const { status } = await ask('DELETE', { id });
			return status !== MISSING;
		},
	};
}
