import type { ApiRequest } from '../../shared/contract/operation';
import { explainOptOut } from '../update/optOuts';
import { CALLS_BASE } from '../vendor';

/** Schedules a call. It has its own host (docs/vendors/kayse.md#c1) and an integer case ID (docs/vendors/kayse.md#c3). */
export const scheduleCallRequest = (campaignId: number, caseId: number): ApiRequest => ({
	request: { method: 'POST', path: '/calls', query: {}, body: { campaign_id: campaignId, case_id: caseId } },
	base: CALLS_BASE,
	explain: explainOptOut,
	ids: { campaignId: String(campaignId), caseId: String(caseId) },
});
