import { describe, expect, it } from '@jest/globals';

import { checkedWebhookUrl } from '../../../nodes/shared/webhook/webhookUrl';

const VENDOR = 'https://api.kakiyo.com/v1';
const SANDBOX = 'http://127.0.0.1:5599/kakiyo/v1';

describe('the webhook address', () => {
	it.each([
		'https://n8n.example.com/webhook/x',
		'https://localhost.example.com/webhook/x',
		'http://8.8.8.8:5678/webhook/x',
	])('%s goes to the vendor as it is', (url) => expect(checkedWebhookUrl(url, VENDOR, 'Kakiyo')).toBe(url));

	it.each([
		'localhost',
		'LOCALHOST',
		'n8n.localhost',
		'127.0.0.1',
		'127.8.9.1',
		'0.0.0.0',
		'[::1]',
		'10.0.0.5',
		'192.168.1.2',
		'n8n',
		'n8n.lan',
	])('on %s is for a sandbox only', (host) => {
		const url = `http://${host}:5678/webhook/x`;
		expect(() => checkedWebhookUrl(url, VENDOR, 'Kakiyo')).toThrow('Kakiyo cannot reach this n8n');
		expect(checkedWebhookUrl(url, SANDBOX, 'Kakiyo')).toBe(url);
	});

	it('must be an https address if the vendor accepts no other', () => {
		const url = 'http://n8n.example.com/webhook/x';
		expect(() => checkedWebhookUrl(url, VENDOR, 'Kayse', true)).toThrow('Kayse delivers only to https addresses');
		expect(checkedWebhookUrl(url.replace('http:', 'https:'), VENDOR, 'Kayse', true)).toMatch(/^https:/);
		expect(checkedWebhookUrl(url, SANDBOX, 'Kayse', true)).toBe(url);
	});

	it.each([undefined, '', '/webhook/x'])('must be an address: %p', (url) => {
		expect(() => checkedWebhookUrl(url, SANDBOX, 'Kakiyo')).toThrow('no webhook address');
	});
});
