import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { BASE_URLS } from '../nodes/Kakiyo/baseUrls';
import { keyOfKakiyo } from './kakiyo';
import { bearer, keyFields } from './schemes';

/** The key alone: for all operations except Agent > Set Up. */
export class KakiyoOutreachApi implements ICredentialType {
	name = 'kakiyoOutreachApi';

	displayName = 'Kakiyo Outreach API';

	icon: Icon = { light: 'file:../icons/kakiyo.svg', dark: 'file:../icons/kakiyo.dark.svg' };

	documentationUrl = 'https://docs.kakiyo.com/api-reference/introduction';

	properties: INodeProperties[] = keyFields({ ...keyOfKakiyo, baseUrls: BASE_URLS });

	authenticate = bearer;

	httpRequestNode = {
		name: 'Kakiyo',
		docsUrl: 'https://docs.kakiyo.com/api-reference/introduction',
		apiBaseUrl: 'https://api.kakiyo.com/v1',
	};
}
