import { routeBuilders } from '../../server/route';
import type { Route } from '../../server/vendor';
import { batchMaximum, bulkDelete } from '../contract/prospects';
import { deleteProspect } from '../deletion';
import { find, invalidRequest, KakiyoRefusal, refuse } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { totalsOf } from '../statistics';
import { plain } from './builders';

const { withBody } = routeBuilders(invalidRequest);

/** Deletions, which use the prospect ID, while every other call uses the chat ID. */
export function prospectDeletionRoutes(kakiyo: Kakiyo): Route[] {
	function campaignTotals(campaignId: string) {
		const { prospects, messages, qualified } = totalsOf(kakiyo.state.conversations.inCampaign(campaignId));
		return { prospectsCount: prospects, messagesCount: messages, qualifiedCount: qualified };
	}

	function deleteOne(prospectId: string | undefined) {
		const { state } = kakiyo;
		const conversation = find(state.conversations.byProspect, prospectId, 'Prospect');
		return { conversation, deletedItems: deleteProspect(state, conversation) };
	}

	function bulkRow(prospectId: string) {
		try {
			const { conversation, deletedItems } = deleteOne(prospectId);
			return { prospectId, status: 'success', prospectName: conversation.profile.name, deletedItems };
		} catch (error) {
			if (!(error instanceof KakiyoRefusal)) throw error;
			return { prospectId, status: 'failed', error: error.code, message: error.message };
		}
	}

	return [
		plain({
			method: 'DELETE',
			path: '/prospects/:prospectId',
			handle({ params }) {
				const { conversation, deletedItems } = deleteOne(params.prospectId);
				const { prospectId, campaignId, profile } = conversation;
				return {
					message: 'Prospect deleted successfully',
					deletionSummary: {
						prospectId,
						prospectName: profile.name,
						campaignId,
						campaignName: kakiyo.state.campaigns.get(campaignId)?.name ?? null,
						deletedItems,
						deletedAt: kakiyo.clock.iso(),
					},
					campaignStatsUpdated: campaignTotals(campaignId),
				};
			},
		}),
		withBody({
			method: 'DELETE',
			path: '/prospects',
			body: bulkDelete,
			handle({ body: { prospectIds, campaignId } }) {
				if (prospectIds.length > batchMaximum) {
					throw refuse(400, 'too_many_prospects', `At most ${batchMaximum} prospects per request`);
				}
				const { byProspect } = kakiyo.state.conversations;
				const campaignIds = new Set(prospectIds.flatMap((id) => byProspect.get(id)?.campaignId ?? []));
				if (campaignId !== undefined && [...campaignIds].some((id) => id !== campaignId)) {
					throw refuse(400, 'campaign_mismatch', 'A prospect belongs to another campaign');
				}
				const results = prospectIds.map(bulkRow);
				const successful = results.filter(({ status }) => status === 'success').length;
				const [touched] = campaignIds;
				return {
					message: 'Bulk deletion completed',
					summary: {
						requested: results.length,
						successful,
						failed: results.length - successful,
						processedAt: kakiyo.clock.iso(),
					},
					results,
					...(touched === undefined
						? {}
						: { campaignStatsUpdated: { campaignId: touched, ...campaignTotals(touched) } }),
				};
			},
		}),
	];
}
