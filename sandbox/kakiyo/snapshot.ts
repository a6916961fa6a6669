import type { Kakiyo } from './kakiyo';
import type { Agent, Campaign, DncEntry, Webhook } from './state';

/** A person in a campaign. */
export interface ProspectSnapshot {
	prospectId: string;
	chatId: string;
	campaignId: string;
	name: string;
	url: string;
	status: number;
	qualification: string;
	paused: boolean;
	customData: string | null;
	/** The import that created it; `null` for seed data. */
	listId: string | null;
}

/** A workspace of a client. */
export interface WorkspaceSnapshot {
	id: string;
	name: string;
	clientEmails: string[];
}

/** The team as plain JSON. */
export interface KakiyoSnapshot {
	prospects: ProspectSnapshot[];
	campaigns: Campaign[];
	agents: Agent[];
	dnc: DncEntry[];
	webhooks: Webhook[];
	workspaces: WorkspaceSnapshot[];
	/** `null` = unlimited. */
	credits: number | null;
}

/** The present state of the team as plain JSON. */
export function snapshotOf({ state, settings }: Kakiyo): KakiyoSnapshot {
	return structuredClone({
		prospects: state.conversations
			.all()
			.map(({ profile, sequence: _sequence, messages: _messages, lastMessage: _last, ...rest }) => ({
				...rest,
				name: profile.name,
				url: profile.url,
			})),
		campaigns: [...state.campaigns.values()],
		agents: [...state.agents.values()],
		dnc: [...state.dnc.values()],
		webhooks: [...state.webhooks.values()],
		workspaces: [...state.workspaces.values()].map(({ id, name, clientEmails }) => ({
			id,
			name,
			clientEmails: [...clientEmails],
		})),
		credits: settings.credits,
	});
}
