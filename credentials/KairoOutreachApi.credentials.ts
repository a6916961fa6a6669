import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/Kairo/baseUrls';
import { bearer, keyFields } from './schemes';

/** See docs/vendors/kairo.md#conventions. */
export class KairoOutreachApi implements ICredentialType {
	name = 'kairoOutreachApi';

	displayName = 'KAIRO Outreach API';

	icon: Icon = { light: 'file:../icons/kairo.svg', dark: 'file:../icons/kairo.dark.svg' };

	// KAIRO's documentation has no known address, so this links to our own page.
	documentationUrl = 'https://github.com/outreach-agents/n8n-nodes-outreach-agents#kairo';

	properties: INodeProperties[] = keyFields({
		name: 'KAIRO',
		keyHint: 'In KAIRO, open Settings > API Keys. A key for production starts with sk_live_.',
		// docs/vendors/kairo.md#c2
		apiNotice:
			'KAIRO documents the path of Agent > Create only. The node assumes the paths of the other 34 operations. If KAIRO uses another one, the error message shows the request that was sent. Enter the right path in API Request.',
		baseUrls: BASE_URLS,
		perMinute: '100 on the Free plan, 1,000 on Pro',
	});

	authenticate = bearer;

	httpRequestNode = {
		name: 'KAIRO',
		docsUrl: 'https://github.com/outreach-agents/n8n-nodes-outreach-agents#kairo',
		apiBaseUrl: 'https://api.kairo.dev/v1',
	};
}
