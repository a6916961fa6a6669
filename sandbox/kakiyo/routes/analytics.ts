import type { Route } from '../../server/vendor';
import type { Conversation } from '../conversations';
import { find } from '../errors';
import type { Kakiyo } from '../kakiyo';
import type { Campaign } from '../state';
import { ratesOf, totalsOf } from '../statistics';
import { plain } from './builders';
import { dailyBreakdown, since } from './analyticsActivity';

const hoursPerDay = 24;
const hoursPerWeek = 7 * hoursPerDay;

function statusDistribution(conversations: readonly Conversation[]) {
	const count = (codes: readonly number[]) => conversations.filter(({ status }) => codes.includes(status)).length;
	return { pending: count([0, 1, 2]), contacted: count([3]), responded: count([4]), qualified: count([5]), closed: 0 };
}

function qualificationBreakdown(conversations: readonly Conversation[]) {
	const qualified = conversations.filter(({ qualification }) => qualification === 'qualified').length;
	const disqualified = conversations.filter(({ qualification }) => qualification === 'unqualified').length;
	return { pending: conversations.length - qualified - disqualified, qualified, disqualified };
}

/** The endpoints of analytics. */
export function analyticsRoutes(kakiyo: Kakiyo): Route[] {
	function overviewRow({ id, name, status }: Campaign) {
		const totals = totalsOf(kakiyo.state.conversations.inCampaign(id));
		const { prospects, messages, qualified, prospectsAnswers: answers } = totals;
		const { conversionRate, responseRate } = ratesOf(totals);
		return { id, name, status, prospects, messages, qualified, answers, conversionRate, responseRate };
	}

	return [
		plain({
			method: 'GET',
			path: '/analytics/overview',
			handle() {
				const { agents, campaigns, conversations } = kakiyo.state;
				const all = conversations.all();
				const totals = totalsOf(all);
				const count = (status: Campaign['status']) =>
					[...campaigns.values()].filter((campaign) => campaign.status === status).length;
				const activity = (hours: number) => {
					const { messages, qualified } = since(all, kakiyo.clock.now(), hours);
					return { messages, qualified };
				};
				return {
					summary: {
						totalCampaigns: campaigns.size,
						activeCampaigns: count('active'),
						pausedCampaigns: count('paused'),
						completedCampaigns: count('completed'),
						totalAgents: agents.size,
						activeAgents: [...agents.values()].filter(({ status }) => status === 'running').length,
						totalProspects: totals.prospects,
						totalMessages: totals.messages,
						totalQualified: totals.qualified,
						totalAnswers: totals.prospectsAnswers,
						totalClosed: totals.closed,
					},
					metrics: ratesOf(totals),
					activity: { last24Hours: activity(hoursPerDay), lastWeek: activity(hoursPerWeek) },
					campaigns: [...campaigns.values()].map(overviewRow),
				};
			},
		}),
		plain({
			method: 'GET',
			path: '/analytics/campaigns/:campaignId',
			handle({ params }) {
				const { campaigns, conversations, products } = kakiyo.state;
				const { id, name, status, createdAt, agent, product } = find(campaigns, params.campaignId, 'Campaign');
				const own = conversations.inCampaign(id);
				const totals = totalsOf(own);
				return {
					campaign: { id, name, status, createdAt, agent, product: products.get(product)?.name ?? null },
					metrics: {
						totalProspects: totals.prospects,
						totalMessages: totals.messages,
						totalQualified: totals.qualified,
						totalAnswers: totals.prospectsAnswers,
						totalClosed: totals.closed,
						...ratesOf(totals),
					},
					activity: { dailyBreakdown: dailyBreakdown(own), last7Days: since(own, kakiyo.clock.now(), hoursPerWeek) },
					statusDistribution: statusDistribution(own),
					qualificationBreakdown: qualificationBreakdown(own),
				};
			},
		}),
	];
}
