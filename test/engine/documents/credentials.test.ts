import { describe, expect, it } from '@jest/globals';
import type { ICredentialType } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { KakiyoLinkedInAccountApi } from '../../../credentials/KakiyoLinkedInAccountApi.credentials';
import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../../credentials/KayseOutreachApi.credentials';
import { codesIn, proseOf } from '../../support/vendorPage';

/** The credentials, by the names of their pages in docs/vendors, with their fields for base URLs. */
const CREDENTIALS: Array<[page: string, type: ICredentialType, fields: string[]]> = [
	['kakiyo', new KakiyoOutreachApi(), ['baseUrl']],
	['kakiyo', new KakiyoLinkedInAccountApi(), ['baseUrl']],
	['kaicalls', new KaiCallsOutreachApi(), ['baseUrl']],
	['kayse', new KayseOutreachApi(), ['baseUrl', 'callsBaseUrl']],
	['kairo', new KairoOutreachApi(), ['baseUrl']],
];

/** The line of a page with its base URL; of Kayse, the second is that of calls. */
const addressesIn = (page: string): string[] =>
	codesIn(/^- (?:Base URL|Two hosts).*$/m.exec(proseOf(page))?.[0]).filter((code) => code.startsWith('https://'));

describe('the addresses of a credential are those of docs/vendors', () => {
	it.each(CREDENTIALS)('%s', (page, { properties, httpRequestNode }, fields) => {
		const documented = addressesIn(page).slice(0, fields.length);
		expect(documented).toHaveLength(fields.length);
		expect(fields.map((field) => properties.find(({ name }) => name === field)?.default)).toEqual(documented);
		const ofHttpRequest =
			httpRequestNode && 'apiBaseUrl' in httpRequestNode ? httpRequestNode.apiBaseUrl : documented[0];
		expect(ofHttpRequest).toBe(documented[0]);
	});
});
