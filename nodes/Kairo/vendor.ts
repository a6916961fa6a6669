import type { Explanation, Refusal, Vendor } from '../shared/contract/vendor';
import { BASE_URLS } from './baseUrls';
import { routingFor } from '../shared/routing';

const MINUTE = 60;

/** KAIRO documents where to create keys (docs/vendors/kairo.md#conventions), but no refusal. */
const UNKNOWN_KEY: Explanation = {
	message: 'KAIRO did not accept the API key',
	description: 'Create a key in KAIRO under Settings > API Keys and enter it in the credential.',
};

/** The Free plan (docs/vendors/kairo.md#limits). The limit in a response replaces it. */
export const kairo: Vendor<'all'> = {
	name: 'KAIRO',
	credential: 'kairoOutreachApi',
	baseUrls: BASE_URLS,
	listedBy: {
		agentId: 'Agent > Get Many',
		contextSources: 'Context > Get Sources',
		runId: 'Get Runs',
		sourceId: 'Context > Get Sources',
		traceId: 'Analytics > Get Traces',
		workflowId: 'Workflow > Get Many',
	},
	spelling: 'snake_case',
	limits: { all: { requests: 100, perSeconds: MINUTE, inFlight: 20 } },
	tierOf: () => 'all',
	explain: ({ status }: Refusal) => (status === 401 ? UNKNOWN_KEY : undefined),
	classify: () => undefined,
};

export const routing = routingFor(kairo);
