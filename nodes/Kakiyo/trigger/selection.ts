import { valueAt } from '../../shared/values/json';
import { isChosen } from '../../shared/webhook/namedEvents';

/** The events that start a run. Empty lists of campaigns and agents accept all. */
export interface Selection {
	events: string[];
	campaigns: string[];
	agents: string[];
}

const isAmong = (wanted: string[], value: unknown): boolean =>
	wanted.length === 0 || (typeof value === 'string' && wanted.includes(value));

/**
 * Whether the user selected a delivered event. The documented payload has `data.campaignId`, the samples of older pages
 * `data.campaign.id`; an event without a campaign never matches a selected one.
 */
export function isSelected(payload: Record<string, unknown>, { events, campaigns, agents }: Selection): boolean {
	const idOf = (what: 'campaign' | 'agent') =>
		valueAt(payload, 'data', `${what}Id`) ?? valueAt(payload, 'data', what, 'id');
	return isChosen(events, payload.event) && isAmong(campaigns, idOf('campaign')) && isAmong(agents, idOf('agent'));
}
