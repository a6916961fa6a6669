import type { KakiyoState } from '../state';

/** The events that OpenAPI lists for POST /webhooks, besides `*` (docs/vendors/kakiyo.md#c1). */
export const eventNames = [
	'linkedin.message.sent',
	'linkedin.message.received',
	'linkedin.invitation.sent',
	'linkedin.invitation.accepted',
	'prospect.qualification.manual',
	'prospect.unqualified',
] as const;

/** A documented event. */
export type EventName = (typeof eventNames)[number];

interface EventFacts {
	name: string;
	description: string;
	category: 'prospect' | 'message' | 'connection';
	/** The sample's message text, only in message events. */
	message?: string;
}

/** Name and sample of each event. */
export const eventFacts: Record<EventName, EventFacts> = {
	'linkedin.message.sent': {
		name: 'LinkedIn Message Sent',
		description: 'An agent wrote to a prospect',
		category: 'message',
		message: 'Hello, may I ask how you run payroll today?',
	},
	'linkedin.message.received': {
		name: 'LinkedIn Message Received',
		description: 'A prospect answered',
		category: 'message',
		message: 'Sounds good, tell me more',
	},
	'linkedin.invitation.sent': {
		name: 'LinkedIn Invitation Sent',
		description: 'An agent invited a prospect to connect',
		category: 'connection',
	},
	'linkedin.invitation.accepted': {
		name: 'LinkedIn Invitation Accepted',
		description: 'A prospect accepted the invitation',
		category: 'connection',
	},
	'prospect.qualification.manual': {
		name: 'Prospect Needs Review',
		description: 'A person should judge this prospect',
		category: 'prospect',
	},
	'prospect.unqualified': {
		name: 'Prospect Unqualified',
		description: 'The agent ruled this prospect out',
		category: 'prospect',
	},
};

/** Whether a text is the name of a documented event. */
export function isEventName(text: string): text is EventName {
	return Object.hasOwn(eventFacts, text);
}

/** The documented body of a delivery. */
export interface Envelope {
	event: string;
	teamId: string;
	timestamp: string;
	data: Record<string, unknown>;
}

/** The documented body of a delivery, about the first prospect of the team unless `data` is given. */
export function envelope(
	state: KakiyoState,
	event: string,
	timestamp: string,
	data?: Record<string, unknown>,
): Envelope {
	return { event, teamId: state.teamId, timestamp, data: data ?? sampleData(state, event, timestamp) };
}

function sampleData(state: KakiyoState, event: string, timestamp: string): Record<string, unknown> {
	const [conversation] = state.conversations.byChat.values();
	const message = isEventName(event) ? eventFacts[event].message : undefined;
	return {
		agentId: state.campaigns.get(conversation?.campaignId ?? '')?.agent ?? null,
		campaignId: conversation?.campaignId ?? null,
		chatId: conversation?.chatId ?? null,
		prospectId: conversation?.prospectId ?? null,
		...(message === undefined ? {} : { message }),
		timestamp,
	};
}
