import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/Kakiyo/baseUrls';
import { keyOfKakiyo } from './kakiyo';
import { bearer, keyFields } from './schemes';

/**
 * The API key with what `POST /agents/{id}/setup` asks for (docs/vendors/kakiyo.md#agents). A credential, because a node's fields travel in exported
 * workflows; one credential, because n8n lets a node use one at a time. The key can be tested; Kakiyo passes the rest on to LinkedIn.
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
			description: 'What the person signs in to LinkedIn with',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Password of the LinkedIn account, at least 6 characters. Kakiyo gets it from n8n once, when an agent is set up.',
		},
		{
			displayName: 'Country Code',
			name: 'country',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. FR',
			description: 'Two letters of the country that the account is used in',
		},
	];

	authenticate = bearer;
}
