import type { INodePropertyOptions } from 'n8n-workflow';

import { at } from '../../shared/values/json';
import { allEvents, isChosen } from '../../shared/webhook/namedEvents';

/**
 * The events that OpenAPI's schema of `POST /webhooks` lists. Other pages name others, so any name can be
 * entered too (docs/vendors/kakiyo.md#c1). Each is an entry of its own in the list of nodes, by its `action`.
 */
export const DOCUMENTED_EVENTS: INodePropertyOptions[] = [
	{ name: 'LinkedIn Invitation Accepted', value: 'linkedin.invitation.accepted', action: 'On invitation accepted' },
	{ name: 'LinkedIn Invitation Sent', value: 'linkedin.invitation.sent', action: 'On invitation sent' },
	{ name: 'LinkedIn Message Received', value: 'linkedin.message.received', action: 'On prospect replied' },
	{ name: 'LinkedIn Message Sent', value: 'linkedin.message.sent', action: 'On message sent' },
	{ name: 'Prospect Needs Review', value: 'prospect.qualification.manual', action: 'On prospect needs review' },
	{ name: 'Prospect Unqualified', value: 'prospect.unqualified', action: 'On prospect unqualified' },
];

export const KNOWN_EVENTS = [allEvents, ...DOCUMENTED_EVENTS];

/** What a run is wanted for. Empty lists of campaigns and agents let everything through. */
export interface Selection {
	events: string[];
	campaigns: string[];
	agents: string[];
}

const isAmong = (wanted: string[], value: unknown): boolean =>
	wanted.length === 0 || (typeof value === 'string' && wanted.includes(value));

/**
 * Whether a delivered event is wanted. The printed payload carries `data.campaignId`, the samples of older pages
 * `data.campaign.id`; an event that names no campaign is none of a chosen campaign's.
 */
export function isSelected(payload: Record<string, unknown>, { events, campaigns, agents }: Selection): boolean {
	const idOf = (what: 'campaign' | 'agent') => at(payload, 'data', `${what}Id`) ?? at(payload, 'data', what, 'id');
	return (
		isChosen(events, payload.event) &&
		isAmong(campaigns, idOf('campaign')) &&
		isAmong(agents, idOf('agent'))
	);
}
