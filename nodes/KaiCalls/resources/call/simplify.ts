import type { IDataObject } from 'n8n-workflow';

/** What most people need of a call. */
export const simplifyCall = (call: IDataObject): IDataObject => ({
	id: call.id ?? null,
	status: call.status ?? null,
	direction: call.direction ?? null,
	duration: call.duration ?? null,
	agent_id: call.agent_id ?? null,
	agent_name: call.agent_name ?? null,
	lead_id: call.lead_id ?? null,
	summary: call.summary ?? null,
	recording_url: call.recording_url ?? null,
	created_at: call.created_at ?? null,
});
