import { numberFrom } from '../../shared/values/text';

/** Panel labels of the status codes, from the newer of two tables (prospects/list, prospects/search). */
export const STATUSES: ReadonlyMap<number, string> = new Map([
	[0, 'Not Started'],
	[1, 'Invitation Sent'],
	[2, 'Invitation Accepted'],
	[3, 'Contacted'],
	[4, 'Replied'],
	[5, 'Qualified'],
	[6, 'Unqualified'],
	[7, 'Skipped'],
	[502, 'Invites Disabled'],
	[503, 'Unreachable'],
	[504, 'No Longer in Network'],
	[505, 'Invite Cooldown'],
]);

/** Status of a conversation: as a label, and as the vendor's code for filters. */
export function statusOf(status: unknown): { status: unknown; statusCode: number | null } {
	const code = numberFrom(status);
	if (!Number.isInteger(code)) return { status: status ?? null, statusCode: null };
	return { status: STATUSES.get(code) ?? `Other (${code})`, statusCode: code };
}

/** Records use other words than the search filter; the panel shows the filter's. */
const QUALIFICATIONS: ReadonlyMap<unknown, string> = new Map([
	['inProgress', 'Pending'],
	['pending', 'Pending'],
	['needVerification', 'Needs Review'],
	['qualified', 'Qualified'],
	['unqualified', 'Disqualified'],
	['disqualified', 'Disqualified'],
]);

/** Panel label of the decision of the agent or a person. An unknown word stays as it is. */
export const qualificationOf = (qualification: unknown): unknown =>
	QUALIFICATIONS.get(qualification) ?? qualification ?? null;
