import type { ApiRequest } from '../../shared/contract/operation';
import { explainOptOut } from '../optOuts';
import { CALLS_BASE } from '../vendor';

/** Seed 002 "Schedule New AI Call": on a host of its own (apis/kayse.md C1), with an integer case ID (C3). */
export const scheduleCallRequest = (campaignId: number, caseId: number): ApiRequest => ({
	request: { method: 'POST', path: '/calls', query: {}, body: { campaign_id: campaignId, case_id: caseId } },
	base: CALLS_BASE,
	explain: explainOptOut,
	ids: { campaignId: String(campaignId), caseId: String(caseId) },
});
