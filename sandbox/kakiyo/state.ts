import type { Conversations } from './conversations';
import type { Ids } from './ids';
import type { Imports } from './imports';

/** A problem of an agent, which cannot be resumed while it has one. */
export interface Alert {
	type: string;
	subType: string;
	message: string;
	severity: 'info' | 'warning' | 'error';
}

/** The states of an agent, as the API names them. */
export type AgentStatus =
	'setup_needed' | 'auth_needed' | 'auth_in_progress' | 'running' | 'paused' | 'disabled' | 'ended';

/** An agent with a LinkedIn account. */
export interface Agent {
	id: string;
	name: string;
	status: AgentStatus;
	login: string | null;
	country: string | null;
	avatar: string | null;
	nextTask: string | null;
	alerts: Alert[];
	usage: Record<'invitations' | 'invitationsDaily' | 'messages' | 'messagesDaily', number>;
	workingHours: { days: string; start: string; stop: string; timezone: number };
	limits: Partial<Record<'invitationsMin' | 'invitationsMax' | 'messagesMin' | 'messagesMax', number>>;
	settings: { skipInNetwork: boolean; invitationsOnly: boolean };
	workspaceId: string | null;
}

/** A campaign; times are ISO 8601, scores for qualification 0 to 100. */
export interface Campaign {
	id: string;
	name: string;
	status: 'draft' | 'active' | 'paused' | 'completed' | 'disabled';
	agent: string | null;
	product: string;
	prompt: string;
	createdAt: string;
	qualificationAutomatic: number;
	qualificationVerification: number;
	variables: Record<string, string>;
	preventAutoStart: boolean;
	salesNavigatorUrls: string[];
}

/** A product that campaigns offer. */
export interface Product {
	id: string;
	name: string;
	description: string;
	createdAt: string;
}

interface PromptBase {
	id: string;
	name: string;
	model: string;
	createdAt: string;
}

/** A prompt for messages; `delay` is in days. */
export interface MessagesPrompt extends PromptBase {
	type: 'Messages';
	context: string;
	firstMessage: string;
	followUps: Array<{ prompt: string; delay: number }>;
	followUpEnabled: boolean;
}

/** A prompt for comments. */
export interface CommentPrompt extends PromptBase {
	type: 'Comment';
	comment: string;
}

/** A prompt of either kind. */
export type Prompt = MessagesPrompt | CommentPrompt;

/** An AI model; prices are per 1,000 tokens. */
export interface Model {
	id: string;
	name: string;
	pricing: { input: number; output: number; cached: number | null };
	status: 'active' | 'inactive';
}

/** A profile on the do-not-contact list. */
export interface DncEntry {
	$id: string;
	teamId: string;
	url: string;
	$createdAt: string;
	$updatedAt: string;
}

/** A webhook of the team. */
export interface Webhook {
	id: string;
	name: string;
	url: string;
	events: string[];
	secret: string | null;
	active: boolean;
	lastSuccess: string | null;
	lastFailure: string | null;
	successCount: number;
	failureCount: number;
	createdAt: string;
}

/** A workspace of a client, in an agency's team. */
export interface Workspace {
	id: string;
	name: string;
	clientTeamId: string;
	createdAt: string;
	clientEmails: Set<string>;
}

/** Everything one team owns. */
export interface KakiyoState {
	teamId: string;
	ids: Ids;
	agents: Map<string, Agent>;
	campaigns: Map<string, Campaign>;
	products: Map<string, Product>;
	prompts: Map<string, Prompt>;
	models: Map<string, Model>;
	conversations: Conversations;
	imports: Imports;
	/** By normalised profile URL, oldest first. */
	dnc: Map<string, DncEntry>;
	webhooks: Map<string, Webhook>;
	workspaces: Map<string, Workspace>;
}
