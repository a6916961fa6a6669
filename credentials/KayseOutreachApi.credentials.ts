import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/Kayse/baseUrls';
import { apiKeyIn, keyFields } from './schemes';
import { addressFields } from './server';

/** The second header and host are those of calls (docs/vendors/kayse.md#c1, docs/vendors/kayse.md#c2). */
export class KayseOutreachApi implements ICredentialType {
	name = 'kayseOutreachApi';

	displayName = 'Kayse Outreach API';

	icon: Icon = { light: 'file:../icons/kayse.svg', dark: 'file:../icons/kayse.dark.svg' };

	documentationUrl = 'https://apidocs.kayse.ai';

	properties: INodeProperties[] = [
		...keyFields({
			name: 'Kayse',
			keyHint:
				'In Kayse, open Company Settings > API Keys and create a key. If the test of this credential fails, turn on Other Server and enter https://public-api.kayse.ai/v1 as Base URL. Newer accounts may need it.',
			baseUrls: BASE_URLS,
			serverHint: 'Newer accounts may need https://public-api.kayse.ai/v1.',
		}),
		...addressFields(
			{ displayName: 'Calls Base URL', name: 'callsBaseUrl', description: 'Address of the Kayse API for AI calls' },
			BASE_URLS.callsBaseUrl,
		),
	];

	authenticate = apiKeyIn('X-API-KEY', 'X-Public-Api-Key');

	httpRequestNode = {
		name: 'Kayse',
		docsUrl: 'https://apidocs.kayse.ai',
		apiBaseUrl: 'https://api.kayse.com/v1',
	};
}
