import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { bearer, keyFields } from './schemes';

/** No read endpoint is published to check a key with; `/agents` is the plain path next to the one that is. */
const NOT_THERE =
	'The address answered, but KAIRO publishes no path to check a key with, and the one that was tried is not there. That says nothing about the key: save it and try Agent > Create.';

/** Seed 003, "Base URL" and "Authentication". */
export class KairoOutreachApi implements ICredentialType {
	name = 'kairoOutreachApi';

	displayName = 'KAIRO Outreach API';

	icon: Icon = { light: 'file:../icons/kairo.svg', dark: 'file:../icons/kairo.dark.svg' };

	// KAIRO has no page of its documentation at a known address, so this leads to what this package knows of it.
	documentationUrl = 'https://github.com/outreach-agents/n8n-nodes-outreach-agents#kairo';

	properties: INodeProperties[] = keyFields({
		name: 'KAIRO',
		keyHint: 'In KAIRO, open Settings > API Keys. A key for production starts with sk_live_.',
		baseUrl: 'https://api.kairo.dev/v1',
		perMinute: '100 on the Free plan, 1,000 on Pro',
	});

	authenticate = bearer;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/agents' },
		rules: [
			{ type: 'responseCode', properties: { value: 404, message: NOT_THERE } },
			{ type: 'responseCode', properties: { value: 405, message: NOT_THERE } },
		],
	};

	httpRequestNode = {
		name: 'KAIRO',
		docsUrl: 'https://github.com/outreach-agents/n8n-nodes-outreach-agents#kairo',
		apiBaseUrl: 'https://api.kairo.dev/v1',
	};
}
