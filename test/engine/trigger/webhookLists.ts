import { describe, expect, it } from '@jest/globals';

import { idOf, onlyWebhook, WEBHOOK_URL, writes, type WebhookVendor } from './webhookVendor';

/** How a trigger reads a vendor's list of webhooks: it finds its own, or registers none. */
export function describeWebhookLists(vendor: WebhookVendor): void {
	const { stage, listOf } = vendor;
	const wrong = { message: 'Something went wrong' };
	const others = Array.from({ length: 20 }, (_, index) => ({
		id: `other-${index}`,
		url: `${WEBHOOK_URL}/${index}`,
		events: ['*'],
	}));

	describe('a list of webhooks', () => {
		it.each([
			['is not understood', { hello: 'world' }],
			['is an error with status 200', { error: 'internal_error', ...wrong }],
			['is an error of several members with status 200', { error: { code: 'internal_error', ...wrong } }],
			['is empty beside success: false', { success: false, ...wrong, ...listOf([]) }],
			['is empty beside errors', { errors: [wrong], ...listOf([]) }],
			['is empty beside error: true', { error: true, ...listOf([]) }],
			['is empty beside the status of an error', { status: 'error', ...listOf([]) }],
			['is empty although one is counted', { ...listOf([]), total: 1 }],
			['is empty although there are more', { ...listOf([]), has_more: 1 }],
			['has a row that is not understood', listOf([...others, { webhook: 'a' }])],
			['has a row without an address', listOf([{ id: 'a' }])],
			['has more rows and no way to them', { ...listOf(others), has_more: true }],
		])('that %s ends the activation with a remedy, and nothing is registered twice', async (_, body) => {
			await stage.activate();
			stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, times: 1, body });
			await expect(stage.activate()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(new RegExp(`^${vendor.vendor} .*\\. .*(again|Base URL|report it)`)),
			});
			expect(writes(vendor)).toEqual(['POST /webhooks']);
		});

		it.each([
			['of its own form', listOf],
			['in "data"', (data: unknown) => ({ data })],
			['that is bare', (rows: unknown) => rows],
		])('%s has the webhook', async (_, wrap) => {
			await stage.activate();
			const body = wrap([...others, ...vendor.rows()]);
			stage.control.fail({ method: 'GET', path: '/webhooks', kind: 'status', status: 200, times: 1, body });
			await stage.activate();
			expect(onlyWebhook(vendor).id).toBe(idOf(vendor));
			expect(stage.requests()).toEqual(['GET /webhooks', 'POST /webhooks', 'GET /webhooks']);
		});
	});
}
