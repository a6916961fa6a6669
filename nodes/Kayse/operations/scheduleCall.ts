import type { ApiRequest } from '../../shared/contract/operation';
import { explainOptOut } from '../optOuts';
import { CALLS_BASE } from '../vendor';

/** On a host of its own (docs/vendors/kayse.md#c1), with an integer case ID (docs/vendors/kayse.md#c3). */
export const scheduleCallRequest = (campaignId: number, caseId: number): ApiRequest => ({
	request: { method: 'POST', path: '/calls', query: {}, body: { campaign_id: campaignId, case_id: caseId } },
	base: CALLS_BASE,
	explain: explainOptOut,
	ids: { campaignId: String(campaignId), caseId: String(caseId) },
});
