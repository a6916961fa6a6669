import type { IDataObject } from 'n8n-workflow';

/** The most used members of a lead. */
export const simplifyLead = (lead: IDataObject): IDataObject => ({
	id: lead.id ?? null,
	name: lead.name ?? null,
	first_name: lead.first_name ?? null,
	last_name: lead.last_name ?? null,
	phone: lead.phone ?? null,
	email: lead.email ?? null,
	status: lead.status ?? null,
	score: lead.score ?? null,
	source: lead.source ?? null,
	notes: lead.notes ?? null,
	agent_id: lead.agent_id ?? null,
	business_id: lead.business_id ?? null,
	created_at: lead.created_at ?? null,
	updated_at: lead.updated_at ?? null,
});
