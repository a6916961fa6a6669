import { processedEnding, shownEnding, statusOf } from './callStatus';
import type { KaiCallsAccount } from './account';
import type { Agent, Call, CommunicationRun, Dated, Lead, Webhook, Workspace } from './state';

const quality = { professionalism: 92, empathy: 88, information_gathering: 95, resolution: 90 } as const;

/** The record with its moment as text. */
export function dated<T extends Dated>(
	kaicalls: KaiCallsAccount,
	row: T,
): Omit<T, 'created_at'> & { created_at: string } {
	return { ...row, created_at: kaicalls.iso(row.created_at) };
}

/** The phone number of an agent; `null` for none. */
export function numberOf({ state }: KaiCallsAccount, agentId: string): string | null {
	return [...state.numbers.values()].find(({ agent_id }) => agent_id === agentId)?.phone_number ?? null;
}

/** An agent in a list. */
export function listedAgent(kaicalls: KaiCallsAccount, { id, name, business_id, created_at }: Agent) {
	return { id, name, business_id, created_at: kaicalls.iso(created_at) };
}

/** An agent in the reply to a GET by ID. */
export function detailedAgent(kaicalls: KaiCallsAccount, agent: Agent) {
	const { created_at, ...listed } = listedAgent(kaicalls, agent);
	return {
		...listed,
		vapi_assistant_id: agent.vapi_assistant_id,
		phone_number: numberOf(kaicalls, agent.id),
		...agent.config,
		created_at,
	};
}

/** The reply of POST /calls. */
export function placedCall(kaicalls: KaiCallsAccount, { id, conversation_id, agent_id, to, name, created_at }: Call) {
	return { id, conversation_id, status: 'queued', agent_id, to, name, created_at: kaicalls.iso(created_at) };
}

/** A call in a list. */
export function listedCall(kaicalls: KaiCallsAccount, call: Call) {
	const { id, conversation_id, agent_id, created_at } = call;
	return {
		id,
		conversation_id,
		status: statusOf(kaicalls, call),
		duration: shownEnding(kaicalls, call)?.duration ?? null,
		agent_id,
		agent_name: kaicalls.state.agents.get(agent_id)?.name ?? null,
		created_at: kaicalls.iso(created_at),
	};
}

/** A call in the reply to a GET by ID. */
export function detailedCall(kaicalls: KaiCallsAccount, call: Call) {
	const { created_at, status, ...listed } = listedCall(kaicalls, call);
	const processed = processedEnding(kaicalls, call);
	return {
		...listed,
		status,
		direction: call.direction,
		business_id: call.business_id,
		lead_id: call.lead_id,
		summary: processed?.summary ?? null,
		recording_url: processed?.error === null ? kaicalls.recordings.urlOf(call) : null,
		quality_dimensions: processed?.error === null ? quality : null,
		created_at,
	};
}

/** A transcripts row; only for calls that have a transcript now. */
export function transcriptOf(kaicalls: KaiCallsAccount, call: Call) {
	const transcript = processedEnding(kaicalls, call)?.transcript ?? null;
	if (transcript === null) return undefined;
	const { id: call_id, created_at, ...listed } = listedCall(kaicalls, call);
	return { call_id, ...listed, summary: call.ending?.summary ?? null, transcript, created_at };
}

/** A lead as replies show it. */
export function shownLead(kaicalls: KaiCallsAccount, { details, ...lead }: Lead) {
	return { ...dated(kaicalls, lead), ...details, updated_at: kaicalls.iso(lead.updated_at) };
}

/** A workspace as replies show it. */
export function shownWorkspace(kaicalls: KaiCallsAccount, workspace: Workspace) {
	return { ...dated(kaicalls, workspace), updated_at: kaicalls.iso(workspace.updated_at) };
}

/** A webhook as replies show it, without its secret. */
export function shownWebhook(kaicalls: KaiCallsAccount, { secret, ...webhook }: Webhook) {
	return { ...dated(kaicalls, webhook), webhook_secret_masked: `${secret.slice(0, 6)}****${secret.slice(-4)}` };
}

/** A communication run as replies show it. */
export function shownRun(kaicalls: KaiCallsAccount, { body, ...run }: CommunicationRun) {
	return { ...body, ...dated(kaicalls, run) };
}
