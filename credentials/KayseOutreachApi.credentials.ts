import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiKeyIn, keyFields } from './schemes';

/** The second header and host are those of calls (docs/vendors/kayse.md#c1, docs/vendors/kayse.md#c2). */
export class KayseOutreachApi implements ICredentialType {
	name = 'kayseOutreachApi';

	displayName = 'Kayse Outreach API';

	icon: Icon = { light: 'file:../icons/kayse.svg', dark: 'file:../icons/kayse.dark.svg' };

	documentationUrl = 'https://apidocs.kayse.ai';

	properties: INodeProperties[] = [
		...keyFields({
			name: 'Kayse',
			keyHint: 'In Kayse, open Company Settings > API Keys and create a key',
			baseUrl: 'https://api.kayse.com/v1',
			otherHosts: ['public-api.kayse.ai'],
			baseUrlHint: 'Newer accounts may need https://public-api.kayse.ai/v1.',
		}),
		{
			displayName: 'Calls Base URL',
			name: 'callsBaseUrl',
			type: 'string',
			default: 'https://public-api.kayse.ai/v1',
			required: true,
			description: 'Address of the Kayse API for AI calls',
		},
	];

	authenticate = apiKeyIn('X-API-KEY', 'X-Public-Api-Key');

	httpRequestNode = {
		name: 'Kayse',
		docsUrl: 'https://apidocs.kayse.ai',
		apiBaseUrl: 'https://api.kayse.com/v1',
	};
}
