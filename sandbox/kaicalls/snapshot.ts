import type { KaiCalls } from './kaicalls';
import type {
	AccountEvent,
	Call,
	Callback,
	CommunicationRun,
	EventDelivery,
	Message,
	PhoneNumber,
	SmsConversation,
} from './state';
import { dated, detailedAgent, detailedCall, shownLead, shownRun, shownWebhook, shownWorkspace } from './views';

type Shown<T> = Omit<T, 'created_at'> & { created_at: string };

type CallDetails = Pick<Call, 'to' | 'name' | 'context' | 'first_message' | 'webhook_url' | 'max_duration'>;

/** The account as plain JSON: records in the API's form, with values that only the vendor knows. */
export interface KaiCallsSnapshot {
	workspaces: Array<ReturnType<typeof shownWorkspace>>;
	agents: Array<ReturnType<typeof detailedAgent>>;
	numbers: Array<Shown<PhoneNumber>>;
	/** Numbers that can be assigned. */
	pool: string[];
	calls: Array<ReturnType<typeof detailedCall> & CallDetails>;
	leads: Array<ReturnType<typeof shownLead>>;
	conversations: Array<Shown<SmsConversation>>;
	messages: Array<Shown<Message>>;
	webhooks: Array<ReturnType<typeof shownWebhook> & { secret: string }>;
	events: Array<Shown<AccountEvent>>;
	deliveries: Array<Shown<EventDelivery>>;
	callbacks: Callback[];
	runs: Array<ReturnType<typeof shownRun> & Omit<Shown<CommunicationRun>, 'body'>>;
}

/** The present state of the account as plain JSON. */
export function snapshotOf(kaicalls: KaiCalls): KaiCallsSnapshot {
	const { state } = kaicalls;
	const detailed = (call: Call) => {
		const { to, name, context, first_message, webhook_url, max_duration } = call;
		return { ...detailedCall(kaicalls, call), to, name, context, first_message, webhook_url, max_duration };
	};
	return structuredClone({
		workspaces: [...state.workspaces.values()].map((workspace) => shownWorkspace(kaicalls, workspace)),
		agents: [...state.agents.values()].map((agent) => detailedAgent(kaicalls, agent)),
		numbers: [...state.numbers.values()].map((number) => dated(kaicalls, number)),
		pool: [...state.pool],
		calls: [...state.calls.values()].map(detailed),
		leads: [...state.leads.values()].map((lead) => shownLead(kaicalls, lead)),
		conversations: [...state.conversations.values()].map((conversation) => dated(kaicalls, conversation)),
		messages: [...state.messages.values()].map((message) => dated(kaicalls, message)),
		webhooks: [...state.webhooks.values()].map((webhook) => ({
			...shownWebhook(kaicalls, webhook),
			secret: webhook.secret,
		})),
		events: [...state.events.values()].map((event) => dated(kaicalls, event)),
		deliveries: [...state.deliveries.values()].map((delivery) => dated(kaicalls, delivery)),
		callbacks: state.callbacks,
		runs: [...state.runs.values()].map((run) => shownRun(kaicalls, run)),
	});
}
