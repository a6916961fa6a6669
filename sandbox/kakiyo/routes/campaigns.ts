import type { Route } from '../../server/vendor';
import { createCampaign, listQuery, updateCampaign } from '../contract/campaigns';
import { deleteCampaign } from '../deletion';
import { find, validationError } from '../errors';
import type { Kakiyo } from '../kakiyo';
import type { Campaign } from '../state';
import { percent, totalsOf } from '../statistics';
import { plain, withBody, withQuery } from './builders';
import { campaignPage } from './campaignPage';
import { withinPlan } from './plan';

/** The endpoints of campaigns. */
export function campaignRoutes(kakiyo: Kakiyo): Route[] {
	const campaign = (id: string | undefined) => find(kakiyo.state.campaigns, id, 'Campaign');
	const totals = (id: string) => totalsOf(kakiyo.state.conversations.inCampaign(id));
	const listed = ({ id, name, status, agent, product, createdAt }: Campaign) => ({
		id,
		name,
		status,
		agent,
		product,
		createdAt,
		stats: totals(id),
	});

	function requireReferences(references: Record<string, [ReadonlyMap<string, unknown>, string]>): void {
		const missing = Object.entries(references).filter(([, [collection, id]]) => !collection.has(id));
		if (missing.length > 0) throw validationError(missing.map(([field]) => ({ field, message: 'Unknown id' })));
	}

	return [
		withQuery({
			method: 'GET',
			path: '/campaigns',
			query: listQuery,
			handle: ({ query }) =>
				campaignPage([...kakiyo.state.campaigns.values()], query, kakiyo.settings.campaignsReply, listed),
		}),
		withBody({
			method: 'POST',
			path: '/campaigns',
			body: createCampaign,
			status: 201,
			handle({ body: { productId, promptId, agentId, ...fields } }) {
				const { campaigns, products, prompts, agents, ids } = kakiyo.state;
				requireReferences({
					productId: [products, productId],
					promptId: [prompts, promptId],
					agentId: [agents, agentId],
				});
				withinPlan(campaigns, kakiyo.settings.maxCampaigns, 'campaigns');
				const created: Campaign = {
					...fields,
					id: ids.next('campaign'),
					status: fields.preventAutoStart ? 'paused' : 'active',
					agent: agentId,
					product: productId,
					prompt: promptId,
					createdAt: kakiyo.clock.iso(),
					salesNavigatorUrls: [],
				};
				campaigns.set(created.id, created);
				const { id, name, status, preventAutoStart } = created;
				return { id, name, status, preventAutoStart };
			},
		}),
		withBody({
			method: 'PUT',
			path: '/campaigns/:id',
			body: updateCampaign,
			handle({ params, body }) {
				const { id } = Object.assign(campaign(params.id), body);
				return { id, message: 'Campaign updated successfully' };
			},
		}),
		plain({
			method: 'GET',
			path: '/campaigns/:id/stats',
			handle({ params }) {
				const { id, name, status } = campaign(params.id);
				const stats = totals(id);
				const rate = (part: number) => `${percent(part, stats.prospects).toFixed(2)}%`;
				return {
					id,
					name,
					status,
					stats: { ...stats, conversionRate: rate(stats.qualified), responseRate: rate(stats.prospectsAnswers) },
				};
			},
		}),
		plain({
			method: 'POST',
			path: '/campaigns/:id/pause',
			handle({ params }) {
				const { id } = Object.assign(campaign(params.id), { status: 'paused' } satisfies Partial<Campaign>);
				return { id, message: 'Campaign paused successfully' };
			},
		}),
		plain({
			method: 'POST',
			path: '/campaigns/:id/resume',
			handle({ params }) {
				const { id } = Object.assign(campaign(params.id), {
					status: 'active',
					preventAutoStart: false,
				} satisfies Partial<Campaign>);
				return { id, message: 'Campaign resumed successfully' };
			},
		}),
		plain({
			method: 'DELETE',
			path: '/campaigns/:id',
			handle({ params }) {
				const deleted = campaign(params.id);
				const items = deleteCampaign(kakiyo.state, deleted);
				return {
					message: 'Campaign deleted successfully',
					deletionSummary: {
						campaignId: deleted.id,
						campaignName: deleted.name,
						deletedItems: { prospects: items.chats, ...items },
						deletedAt: kakiyo.clock.iso(),
					},
				};
			},
		}),
	];
}
