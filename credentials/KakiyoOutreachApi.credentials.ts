import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { bearer, keyFields } from './schemes';

/** Seed 000, "Creating an API Key"; seed 001, "Base URL". */
export class KakiyoOutreachApi implements ICredentialType {
	name = 'kakiyoOutreachApi';

	displayName = 'Kakiyo Outreach API';

	icon: Icon = { light: 'file:../icons/kakiyo.svg', dark: 'file:../icons/kakiyo.dark.svg' };

	documentationUrl = 'https://docs.kakiyo.com/api-reference/introduction';

	properties: INodeProperties[] = keyFields({
		name: 'Kakiyo',
		keyHint: 'In Kakiyo, open API Keys in the sidebar. The key has 40 characters and is shown only once.',
		baseUrl: 'https://api.kakiyo.com/v1',
	});

	authenticate = bearer;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/verify' },
		rules: [
			{
				type: 'responseCode',
				properties: { value: 402, message: 'The key is valid, but the account is out of credits' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The key is valid, but the Kakiyo subscription is not active' },
			},
		],
	};

	httpRequestNode = {
		name: 'Kakiyo',
		docsUrl: 'https://docs.kakiyo.com/api-reference/introduction',
		apiBaseUrl: 'https://api.kakiyo.com/v1',
	};
}
