import type { DeliveryStatus } from '../webhooks/loopbackPost';
import type { Ids } from './ids';

/** The members have the API's names; times are vendor epoch milliseconds, and replies show them as text. */
export interface Dated {
	id: string;
	created_at: number;
}

/** A record of a business (in the SDK: workspace), which a key may be bound to. */
export interface Owned extends Dated {
	business_id: string;
}

/** A business of the account. */
export interface Workspace extends Dated {
	name: string;
	lifecycle_state: 'active' | 'paused' | 'cancelled' | 'torn_down';
	metadata: Record<string, unknown>;
	external_ref: string | null;
	updated_at: number;
}

/** An AI agent that calls and texts. */
export interface Agent extends Owned {
	name: string;
	vapi_assistant_id: string;
	/** Everything that PATCH may change, besides the name. */
	config: Record<string, unknown>;
	/** Earlier configurations, oldest first. */
	versions: Array<{ version: number; changed_at: number; config: Record<string, unknown> }>;
}

/** A number of the account, and the agent that answers it. */
export interface PhoneNumber extends Owned {
	phone_number: string;
	agent_id: string | null;
}

/** How a call ended. */
export interface Ending {
	at: number;
	/** `null` = completed. */
	error: string | null;
	/** The API's word for it, if it is not one of the two usual ones. */
	status?: string | undefined;
	/** Whole seconds; `null` if the call was not answered. */
	duration: number | null;
	summary: string | null;
	transcript: string | null;
}

/** A call: it rings, is answered and ends at times that are set when it is placed. `max_duration` is in seconds. */
export interface Call extends Owned {
	conversation_id: string;
	direction: 'inbound' | 'outbound';
	agent_id: string;
	lead_id: string | null;
	to: string;
	name: string | null;
	context: string | null;
	first_message: string | null;
	webhook_url: string | null;
	max_duration: number;
	rings_at: number;
	answers_at: number;
	ending: Ending | null;
}

/** A person that KaiCalls knows. */
export interface Lead extends Owned {
	name: string | null;
	first_name: string | null;
	last_name: string | null;
	email: string | null;
	phone: string | null;
	status: string;
	source: string | null;
	agent_id: string | null;
	notes: string | null;
	score: number | null;
	/** The documented extras: address, message, event date and the like. */
	details: Record<string, string>;
	updated_at: number;
}

/** All texts between an agent and a number. */
export interface SmsConversation extends Owned {
	agent_id: string;
	phone: string;
	lead_id: string | null;
}

/** A text that was sent or received. */
export interface Message extends Owned {
	conversation_id: string;
	direction: 'inbound' | 'outbound';
	from: string;
	to: string;
	message: string;
}

/** A webhook of the account, whose deliveries are signed. */
export interface Webhook extends Owned {
	url: string;
	events: string[];
	description: string | null;
	is_active: boolean;
	secret: string;
}

/** Something that happened in the account, kept for replays. */
export interface AccountEvent extends Owned {
	event_type: string;
	object_type: string;
	object_id: string;
	payload: Record<string, unknown>;
}

/** An event on its way to a webhook. */
export interface EventDelivery extends Owned {
	event_id: string;
	webhook_id: string;
	status: 'succeeded' | 'failed';
	attempts: DeliveryStatus[];
}

/** Calls and texts to many people, planned in one request. */
export interface CommunicationRun extends Owned {
	external_ref: string | null;
	status: 'running' | 'paused' | 'cancelled';
	body: Record<string, unknown>;
}

/** The contact with one person in a run. */
export interface CommunicationJob extends Owned {
	communication_run_id: string;
	channel: 'call' | 'sms';
	status: string;
}

/** One call or text of a job. */
export interface CommunicationAttempt extends Owned {
	sequence_id: string;
	status: string;
}

/** A request to the API, as `GET /usage` lists it; the cost is in cents. */
export interface UsageRow extends Dated {
	/** The key's reach when the request was made; `null` = every business. */
	business_id: string | null;
	endpoint: string;
	method: string;
	status_code: number;
	call_id: string | null;
	cost_cents: number;
}

/** A body that was posted to a call's own `webhook_url`. */
export interface Callback {
	call_id: string;
	url: string;
	event: string;
	status: DeliveryStatus;
}

/** All data of one account; maps and lists are oldest first. */
export interface KaiCallsState {
	ids: Ids;
	workspaces: Map<string, Workspace>;
	agents: Map<string, Agent>;
	numbers: Map<string, PhoneNumber>;
	/** Numbers that can be assigned. */
	pool: Set<string>;
	calls: Map<string, Call>;
	leads: Map<string, Lead>;
	conversations: Map<string, SmsConversation>;
	messages: Map<string, Message>;
	webhooks: Map<string, Webhook>;
	events: Map<string, AccountEvent>;
	deliveries: Map<string, EventDelivery>;
	runs: Map<string, CommunicationRun>;
	/** Runs by `Idempotency-Key`. */
	runsByKey: Map<string, CommunicationRun>;
	jobs: Map<string, CommunicationJob>;
	attempts: Map<string, CommunicationAttempt>;
	usage: UsageRow[];
	callbacks: Callback[];
}
