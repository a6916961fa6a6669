import type { ICredentialType } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../credentials/KairoOutreachApi.credentials';
import { KakiyoLinkedInAccountApi } from '../../credentials/KakiyoLinkedInAccountApi.credentials';
import { KakiyoOutreachApi } from '../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../credentials/KayseOutreachApi.credentials';

/** All credentials of the package, as n8n loads them. */
export const CREDENTIAL_TYPES: ICredentialType[] = [
	new KaiCallsOutreachApi(),
	new KairoOutreachApi(),
	new KakiyoLinkedInAccountApi(),
	new KakiyoOutreachApi(),
	new KayseOutreachApi(),
];
