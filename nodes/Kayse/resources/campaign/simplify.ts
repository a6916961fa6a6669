import type { IDataObject } from 'n8n-workflow';

import { asItem } from '../../../shared/values/rows';
import { timeOfDay } from './hours';

/** The most used members of a campaign. No document shows the member with its ID (docs/vendors/kayse.md#c10). */
export const simplifyCampaign = (campaign: IDataObject): IDataObject => ({
	id: campaign.id ?? campaign.campaign_id ?? null,
	name: campaign.name ?? null,
	agent_id: campaign.agent_id ?? null,
	agent_name: asItem(campaign.agent).name ?? null,
	case_list_id: campaign.case_list_id ?? null,
	case_list_name: campaign.case_list_name ?? null,
	start_time: timeOfDay(campaign.start_time) ?? null,
	end_time: timeOfDay(campaign.end_time) ?? null,
	days: campaign.days ?? null,
	calls_scheduled_externally: campaign.calls_scheduled_externally ?? null,
	stats: campaign.stats ?? null,
});
