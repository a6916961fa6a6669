import type { IDataObject } from 'n8n-workflow';

/** The most used members of a call. The called person is known only right after the call was placed. */
export const simplifyCall = (call: IDataObject): IDataObject => ({
	...(call.to !== undefined && { to: call.to }),
	...(call.name !== undefined && { name: call.name }),
	id: call.id ?? null,
	conversation_id: call.conversation_id ?? null,
	status: call.status ?? null,
	outcome: call.outcome ?? null,
	reason: call.reason ?? null,
	direction: call.direction ?? null,
	duration: call.duration ?? null,
	agent_id: call.agent_id ?? null,
	agent_name: call.agent_name ?? null,
	business_id: call.business_id ?? null,
	lead_id: call.lead_id ?? null,
	summary: call.summary ?? null,
	recording_url: call.recording_url ?? null,
	quality_dimensions: call.quality_dimensions ?? null,
	created_at: call.created_at ?? null,
	...(call.reported !== undefined && { reported: call.reported }),
});
