import type { IDataObject } from 'n8n-workflow';

/** The most used members of a case. Only newer accounts show the opt-outs of its clients (docs/vendors/kayse.md#cases). */
export const simplifyCase = (legalCase: IDataObject): IDataObject => ({
	id: legalCase.id ?? null,
	case_number: legalCase.case_number ?? null,
	name: legalCase.name ?? null,
	status: legalCase.status ?? null,
	type: legalCase.type ?? null,
	description: legalCase.description ?? null,
	external_source: legalCase.external_source ?? null,
	external_source_id: legalCase.external_source_id ?? null,
	created_date: legalCase.created_date ?? null,
	court_date: legalCase.court_date ?? null,
	end_date: legalCase.end_date ?? null,
	call_opted_out: legalCase.call_opted_out ?? null,
	sms_opted_out: legalCase.sms_opted_out ?? null,
	email_opted_out: legalCase.email_opted_out ?? null,
});
