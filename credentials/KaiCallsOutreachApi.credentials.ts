import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/KaiCalls/baseUrls';
import { testKey } from '../nodes/KaiCalls/testKey';
import { bearer, keyFields } from './schemes';

/** See docs/vendors/kaicalls.md#conventions. */
export class KaiCallsOutreachApi implements ICredentialType {
	name = 'kaiCallsOutreachApi';

	displayName = 'KaiCalls Outreach API';

	icon: Icon = { light: 'file:../icons/kaicalls.svg', dark: 'file:../icons/kaicalls.dark.svg' };

	documentationUrl = 'https://www.kaicalls.com/docs/api';

	properties: INodeProperties[] = keyFields({
		name: 'KaiCalls',
		keyHint:
			'In KaiCalls, open Settings > API Keys. Give the key the scopes you need, such as calls:write to place calls. KaiCalls shows the key only once.',
		misleadingKey: testKey,
		baseUrls: BASE_URLS,
		serverHint: 'If the test of this credential says that KaiCalls has moved, enter the address from its message.',
		perMinute: '60 for calls, 60 for each other kind of write, 300 for reads',
	});

	authenticate = bearer;

	httpRequestNode = {
		name: 'KaiCalls',
		docsUrl: 'https://www.kaicalls.com/docs/api',
		apiBaseUrl: 'https://kaicalls.com/api/v1',
	};
}
