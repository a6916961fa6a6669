import type { ProspectRow } from './contract/prospects';

/** One processed row, in the form of the status endpoint. */
export interface ReportRow {
	index: number;
	inputUrl: string;
	linkedinSlug: string | null;
	status: 'imported' | 'existing' | 'invalid' | 'skippedDnc';
	prospectId: string | null;
	chatId: string | null;
	message: string;
	chatCreated: boolean;
	customDataSaved: boolean;
}

/** A list of prospects that is being imported into a campaign. */
export interface ImportList {
	listId: string;
	campaignId: string;
	/** The status endpoint knows API lists only. */
	source: 'api' | 'salesNavigator';
	rows: readonly ProspectRow[];
	report: ReportRow[];
	/** Vendor epoch milliseconds. */
	startedAt: number;
	/** Vendor seconds. */
	secondsPerRow: number;
}
