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
			'In KaiCalls, open Settings > API Keys. Give the key the scopes of what you want to do, such as calls:write to place calls. It is shown only once.',
		misleadingKey: testKey,
		baseUrls: BASE_URLS,
		serverHint: 'If a test of this credential says that KaiCalls has moved, enter the address that it names.',
		perMinute: '60 for calls placed, 300 for reads; other writes count as calls do, each kind for itself',
	});

	authenticate = bearer;

	httpRequestNode = {
		name: 'KaiCalls',
		docsUrl: 'https://www.kaicalls.com/docs/api',
		apiBaseUrl: 'https://kaicalls.com/api/v1',
	};
}
