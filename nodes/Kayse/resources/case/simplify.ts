import type { IDataObject } from 'n8n-workflow';

/** What most people need of a case. */
export const simplifyCase = (legalCase: IDataObject): IDataObject => ({
	id: legalCase.id ?? null,
	case_number: legalCase.case_number ?? null,
	name: legalCase.name ?? null,
	status: legalCase.status ?? null,
	type: legalCase.type ?? null,
	external_source: legalCase.external_source ?? null,
	external_source_id: legalCase.external_source_id ?? null,
	created_date: legalCase.created_date ?? null,
	court_date: legalCase.court_date ?? null,
	end_date: legalCase.end_date ?? null,
});
