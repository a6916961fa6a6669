import { describe, expect, it } from '@jest/globals';

import { useKayseStage } from './kayseStage';
import { describePublishing, publishingError } from './publishing';

const stage = useKayseStage();

describePublishing({
	stage,
	vendor: 'Kayse',
	publicBaseUrl: 'https://api.kayse.com/v1',
	withoutEvent: [{ events: [] }, { events: [], options: { otherEvents: ' , ' } }, { events: '' }],
	unreadable: [[{ options: { otherEvents: 'message_received, undefined' } }, /undefined/]],
	// Without a key, nothing that comes would be taken.
	unusable: [
		[{ apiKey: '' }, /^"API Key" in the credential is empty/],
		[{ apiKey: 'your-api-key' }, /^"API Key" in the credential has "your-api-key" in it/],
	],
});

describe('publishing a workflow whose webhook people set up in Kayse', () => {
	it('sends nothing to Kayse, which has no endpoint for webhooks, and stores nothing', async () => {
		await stage.activate();
		expect(await stage.hook('checkExists')).toBe(true);
		expect(stage.requests()).toEqual([]);
		expect(stage.data).toEqual({});
	});

	it.each([
		['http://127.0.0.1:5678/webhook', /^Kayse cannot reach this n8n.*WEBHOOK_URL/],
		['https://n8n.lan/webhook', /^Kayse cannot reach this n8n.*WEBHOOK_URL/],
		['http://n8n.example.com/webhook', /^Kayse delivers only to https addresses.*WEBHOOK_URL/],
		['', /^n8n has no webhook address/],
	])('says that Kayse does not deliver to %j', async (base, message) => {
		stage.webhookBase = base;
		stage.credential = { baseUrl: 'https://api.kayse.com/v1' };
		for (const isTest of [false, true])
			await expect(stage.activate({ isTest })).rejects.toMatchObject(publishingError(message));
	});

	it('accepts a public https address', async () => {
		stage.webhookBase = 'https://n8n.example.com/webhook';
		stage.credential = { baseUrl: 'https://api.kayse.com/v1' };
		await stage.activate();
	});
});

describe('unpublishing it', () => {
	it('sends nothing to Kayse, and works when the credential is gone', async () => {
		await stage.activate();
		stage.hasCredential = false;
		expect(await stage.hook('delete')).toBe(true);
		expect(stage.requests()).toEqual([]);
	});
});

describe('a Kayse Trigger that was renamed, which loses its static data', () => {
	it('still knows the key, which is in the credential', async () => {
		await stage.activate();
		stage.data = {};
		const call = { body: '{"event":"call_ended"}', headers: { 'x-public-api-key': stage.vendor.apiKey } };
		expect((await stage.call(call)).status).toBe(200);
		expect((await stage.call({ ...call, headers: {} })).status).toBe(401);
	});
});
