import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../../shared/values/text';
import { hasDuration, hasEnded } from './end';
import { isPrecise, outcomeIn, type CallOutcome } from './outcome';
import { reportedIn } from './callReport';
import { isCode, reasonsIn } from './reasons';

/**
 * Words that say how a call ended. A sentence counts only if the API says that the call failed and shows no talk.
 * Reports are unsigned: if the API shows a talk, a report can change the outcome only to `voicemail`.
 */
function wordsOfEnd(call: IDataObject, report: IDataObject): string[] {
	const status = plainText(call.status);
	const ofStatus = outcomeIn(status);
	const isTalk = hasDuration(call) && (ofStatus === undefined || ofStatus === 'talked');
	const counts = (reason: string) => isCode(reason) || (ofStatus === 'failed' && !hasDuration(call));
	const reported = reasonsIn(report).filter((reason) => !isTalk || outcomeIn(reason) === 'voicemail');
	return [status, ...[...reasonsIn(call), ...reported].filter(counts)];
}

/** The first precise word decides; then the first `completed` or `failed`; then whether the call was answered. */
function outcomeOf(words: string[], isAnswered: boolean): CallOutcome {
	const said = words.map(outcomeIn);
	return said.find(isPrecise) ?? said.find((outcome) => outcome !== undefined) ?? (isAnswered ? 'talked' : 'failed');
}

/** Whether an ended call counts as completed: the API alone says that a person or a mailbox answered. */
export const hasCompleted = (call: IDataObject): boolean =>
	['talked', 'voicemail'].includes(outcomeOf([plainText(call.status)], hasDuration(call)));

/**
 * The API's record of a call with its outcome and reason. `outcome` is `talked`, `voicemail`, `noAnswer`, `busy` or
 * `failed`; `reason` is the vendor's word. Both are null until the call has ended.
 * @param report KaiCalls' report about the call. It is unsigned, so it only fills members that the API leaves empty;
 * `reported` lists these members
 */
export function endedCall(call: IDataObject, report: IDataObject = {}): IDataObject {
	if (!hasEnded(call)) return { ...call, outcome: null, reason: null };
	const reported = reportedIn(report, call);
	const { reason: reportedReason, ...filled } = reported;
	const known = { ...call, ...filled };
	const [ownReason] = reasonsIn(call);
	const outcome = outcomeOf(wordsOfEnd(call, report), hasDuration(known));
	return {
		...known,
		outcome,
		reason: ownReason ?? reportedReason ?? null,
		...(Object.keys(reported).length > 0 && { reported }),
	};
}

/** Calls with these outcomes have no recording and no transcript, unless they were answered. */
const NOT_TAKEN: ReadonlySet<unknown> = new Set(['noAnswer', 'busy', 'failed']);

/** Whether a call was never answered. A call that failed during the talk was answered. */
export const wasNotTaken = (call: IDataObject): boolean => NOT_TAKEN.has(endedCall(call).outcome) && !hasDuration(call);
