import type { IDataObject } from 'n8n-workflow';

/** The most used members of a client. Not every answer of Kayse shows the opt-out (docs/vendors/kayse.md#clients). */
export const simplifyClient = (client: IDataObject): IDataObject => ({
	id: client.id ?? null,
	first_name: client.first_name ?? null,
	last_name: client.last_name ?? null,
	email: client.email ?? null,
	mobile: client.mobile ?? null,
	external_source: client.external_source ?? null,
	external_source_id: client.external_source_id ?? null,
	date_of_birth: client.date_of_birth ?? null,
	city: client.city ?? null,
	state: client.state ?? null,
	voice_calls_opted_out: client.voice_calls_opted_out ?? null,
});
