import type { Route } from '../../server/vendor';
import { addBatch, addProspect, addRoundRobin, importSalesNavigator, type ProspectRow } from '../contract/prospects';
import { campaignBusy, find, refuse } from '../errors';
import type { ImportList, ReportRow } from '../importList';
import { isRunning, processedAt } from '../imports';
import type { Kakiyo } from '../kakiyo';
import { normalisedUrl } from '../linkedin';
import type { Campaign } from '../state';
import { plain, withBody } from './builders';
import { spread } from './roundRobin';

const salesNavigatorSourcesPerTeam = 3;

const isReady = ({ status }: Campaign) => status !== 'draft' && status !== 'disabled';

function progress(list: ImportList) {
	const { listId, campaignId, rows, report, startedAt } = list;
	const count = (status: ReportRow['status']) => report.filter((row) => row.status === status).length;
	const iso = (time: number) => new Date(time).toISOString();
	const lastProcessedAt = report.length > 0 ? iso(processedAt(list, report.length)) : null;
	return {
		listId,
		campaignId,
		status: isRunning(list) ? 'processing' : 'completed',
		total: rows.length,
		processed: report.length,
		imported: count('imported'),
		existing: count('existing'),
		invalid: count('invalid'),
		skippedDnc: count('skippedDnc'),
		enrichmentFailed: 0,
		currentIndex: report.length,
		startedAt: iso(startedAt),
		lastProcessedAt,
		completedAt: isRunning(list) ? null : lastProcessedAt,
		report,
	};
}

/** The calls that add prospects to campaigns. All of them answer at once and go on in the background. */
export function prospectIntakeRoutes(kakiyo: Kakiyo): Route[] {
	function startImport(
		campaign: Campaign,
		rows: readonly ProspectRow[],
		source: ImportList['source'] = 'api',
	): ImportList {
		const { imports, ids } = kakiyo.state;
		if (campaign.status === 'draft' && !campaign.preventAutoStart) campaign.status = 'active';
		return imports.add({
			listId: ids.next('lst'),
			campaignId: campaign.id,
			source,
			rows,
			startedAt: kakiyo.clock.now(),
			secondsPerRow: kakiyo.settings.importSecondsPerRow,
		});
	}

	function requireIdle({ id }: Campaign): void {
		if (kakiyo.state.imports.isBusy(id)) throw campaignBusy();
	}

	function addTo(campaignId: string, rows: readonly ProspectRow[], message: string) {
		const campaign = find(kakiyo.state.campaigns, campaignId, 'Campaign');
		if (kakiyo.settings.busyWhileImporting) requireIdle(campaign);
		return { message, listId: startImport(campaign, rows).listId };
	}

	return [
		withBody({
			method: 'POST',
			path: '/prospects',
			body: addProspect,
			status: 201,
			handle: ({ body: { campaignId, ...row } }) => addTo(campaignId, [row], 'Prospect added successfully'),
		}),
		withBody({
			method: 'POST',
			path: '/prospects/batch',
			body: addBatch,
			status: 201,
			handle: ({ body: { campaignId, prospects } }) =>
				addTo(campaignId, prospects, `${prospects.length} prospects added successfully`),
		}),
		withBody({
			method: 'POST',
			path: '/prospects/batch/round-robin',
			body: addRoundRobin,
			status: 201,
			handle({ body: { campaignIds, prospects } }) {
				const { campaigns, conversations } = kakiyo.state;
				const targets = [...new Set(campaignIds)].map((id) => find(campaigns, id, 'Campaign', 'campaign_not_found'));
				if (targets.length < 2) throw refuse(400, 'invalid_campaigns', 'At least two campaigns are required');
				if (!targets.every(isReady))
					throw refuse(400, 'invalid_campaigns', 'A draft or disabled campaign takes no prospects');
				targets.forEach(requireIdle);
				const distribution = spread(prospects, targets, ({ id }) => conversations.inCampaign(id).length).map(
					([campaign, rows]) => ({
						campaignId: campaign.id,
						campaignName: campaign.name,
						listId: startImport(campaign, rows).listId,
						prospectsAssigned: rows.length,
					}),
				);
				return {
					message: 'Round Robin distribution processing started',
					totalProspects: prospects.length,
					campaignsCount: targets.length,
					successfulCampaignIds: distribution.map(({ campaignId }) => campaignId),
					distribution,
				};
			},
		}),
		plain({
			method: 'GET',
			path: '/prospects/imports/:listId',
			handle({ params }) {
				const { lists } = kakiyo.state.imports;
				const apiLists = new Map([...lists].filter(([, { source }]) => source === 'api'));
				return progress(find(apiLists, params.listId, 'Import'));
			},
		}),
		withBody({
			method: 'POST',
			path: '/prospects/sales-navigator',
			body: importSalesNavigator,
			status: 202,
			handle({ body: { campaignId, searchUrl, requestedCount } }) {
				const { campaigns, imports, ids } = kakiyo.state;
				const campaign = find(campaigns, campaignId, 'Campaign', 'campaign_not_found');
				if (campaign.agent === null) throw refuse(400, 'campaign_missing_agent', 'The campaign has no agent');
				if (!isReady(campaign)) throw refuse(400, 'campaign_not_ready', 'The campaign is a draft or disabled');
				if (campaign.salesNavigatorUrls.includes(searchUrl)) {
					throw refuse(409, 'sales_navigator_source_exists', 'The campaign has this search already');
				}
				requireIdle(campaign);
				if (
					imports.running().filter(({ source }) => source === 'salesNavigator').length >= salesNavigatorSourcesPerTeam
				) {
					throw refuse(
						429,
						'sales_navigator_team_limit',
						`At most ${salesNavigatorSourcesPerTeam} searches run at a time`,
					);
				}
				campaign.salesNavigatorUrls.push(searchUrl);
				const sourceId = ids.next('source');
				const { listId: runId } = startImport(campaign, foundBy(sourceId, requestedCount), 'salesNavigator');
				return { message: 'Sales Navigator import queued', sourceId, runId, status: 'queued', requestedCount };
			},
		}),
	];
}

function foundBy(sourceId: string, count: number): ProspectRow[] {
	return Array.from({ length: count }, (_, index) => ({
		name: `Search result ${index + 1}`,
		url: normalisedUrl(`${sourceId}-${index + 1}`),
		ongoing: false,
	}));
}
