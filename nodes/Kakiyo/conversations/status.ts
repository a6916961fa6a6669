import { numberFrom } from '../../shared/values/text';

/** The codes of the list page, the newer of two tables (prospects/list, prospects/search), in the words of the panel. */
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

/** How far a conversation has come: in words, and as the vendor's code, which filters take. */
export function statusOf(status: unknown): { status: unknown; statusCode: number | null } {
	const code = numberFrom(status);
	if (!Number.isInteger(code)) return { status: status ?? null, statusCode: null };
	return { status: STATUSES.get(code) ?? `Other (${code})`, statusCode: code };
}

/** Records have other words than the filter of the search, which the panel shows. */
const QUALIFICATIONS: ReadonlyMap<unknown, string> = new Map([
	['inProgress', 'Pending'],
	['pending', 'Pending'],
	['needVerification', 'Needs Review'],
	['qualified', 'Qualified'],
	['unqualified', 'Disqualified'],
	['disqualified', 'Disqualified'],
]);

/** What the agent or a person decided, in the words of the panel; another word of the vendor's as it is. */
export const qualificationOf = (qualification: unknown): unknown =>
	QUALIFICATIONS.get(qualification) ?? qualification ?? null;
