import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/Kakiyo/baseUrls';
import { keyOfKakiyo } from './kakiyo';
import { bearer, keyFields } from './schemes';

/**
 * The API key and the body of `POST /agents/{id}/setup` (docs/vendors/kakiyo.md#agents). A credential, because exported workflows
 * contain a node's fields; one credential, because a node uses one at a time. The key can be tested; Kakiyo passes the rest on to
 * LinkedIn.
 */
export class KakiyoLinkedInAccountApi implements ICredentialType {
	name = 'kakiyoLinkedInAccountApi';

	displayName = 'Kakiyo LinkedIn Account API';

	icon: Icon = { light: 'file:../icons/kakiyo.svg', dark: 'file:../icons/kakiyo.dark.svg' };

	documentationUrl = 'https://docs.kakiyo.com/api-reference/introduction';

	properties: INodeProperties[] = [
		...keyFields({ ...keyOfKakiyo, baseUrls: BASE_URLS }),
		{
			displayName: 'Email',
			name: 'login',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. jane@example.com',
			description: 'Email of the LinkedIn login',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Password of the LinkedIn account, at least 6 characters. n8n sends it to Kakiyo once, when you set up an agent.',
		},
		{
			displayName: 'Country Code',
			name: 'country',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. FR',
			description: 'Two-letter code of the country of the account',
		},
	];

	authenticate = bearer;
}
