import type { Refusal, Vendor } from '../shared/contract/vendor';
import { BASE_URLS } from './baseUrls';
import { routingFor } from '../shared/routing';

/** One limit for all requests of an API key (docs/vendors/kayse.md#limits). */
export type KayseTier = 'all';

const HOUR = 3_600;

/** The credential's field with the base URL of `POST /calls` (docs/vendors/kayse.md#c1). */
export const CALLS_BASE = 'callsBaseUrl';

/** Kayse documents only statuses (docs/vendors/kayse.md#errors), so its own sentence must say what went wrong. */
function explain({ status }: Refusal) {
	if (status === 401) {
		return {
			message: 'Kayse did not accept the API key',
			description: 'Open the credential and enter an enabled key from Company Settings > API Keys.',
		};
	}
	if (status === 405) {
		return {
			message: 'Kayse does not offer this at the Base URL of the credential',
			description:
				'Check both base URLs in the credential. Newer accounts use https://public-api.kayse.ai/v1 for everything.',
		};
	}
	return undefined;
}

export const kayse: Vendor<KayseTier> = {
	name: 'Kayse',
	credential: 'kayseOutreachApi',
	baseUrls: BASE_URLS,
	listedBy: {
		campaignId: 'Campaign > Get Many',
		caseListId: 'Case List > Get Many',
	},
	spelling: 'snake_case',
	limits: { all: { requests: 500, perSeconds: HOUR, inFlight: 50 } },
	tierOf: () => 'all',
	explain,
	classify: () => undefined,
};

export const routing = routingFor(kayse);
