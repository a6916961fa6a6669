import { invalidInput } from '../contract/failure';
import { isPublicHost } from '../http/publicAddress';
import { leftInUrl } from '../values/reading/url';

const isPublic = (url: string): boolean => isPublicHost(new URL(url).hostname);

/**
 * The webhook's address. A vendor on the internet cannot call an address of this machine or network; a local sandbox
 * can.
 * @param baseUrl of the vendor, from the credential
 * @param httpsOnly the vendor delivers to https addresses only
 * @returns the webhook's address
 * @throws ItemFailure
 */
export function checkedWebhookUrl(
	webhookUrl: string | undefined,
	baseUrl: string,
	vendor: string,
	httpsOnly = false,
): string {
	if (webhookUrl === undefined || !URL.canParse(webhookUrl) || leftInUrl(new URL(webhookUrl).host) !== undefined) {
		throw invalidInput('n8n has no webhook address for this node', 'Set WEBHOOK_URL of n8n to its public address.');
	}
	if (!isPublic(webhookUrl) && isPublic(baseUrl)) {
		throw invalidInput(
			`${vendor} cannot reach this n8n: its webhook address, ${webhookUrl}, works only on its own machine or network`,
			'Set WEBHOOK_URL of n8n to an address that the internet can reach, or use a tunnel.',
		);
	}
	if (httpsOnly && isPublic(baseUrl) && new URL(webhookUrl).protocol !== 'https:') {
		throw invalidInput(
			`${vendor} delivers only to https addresses, and the address of this node is ${webhookUrl}`,
			'Set WEBHOOK_URL of n8n to its https address.',
		);
	}
	return webhookUrl;
}
