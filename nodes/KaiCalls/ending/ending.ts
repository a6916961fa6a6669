import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../../shared/values/text';
import { hasDuration, hasEnded } from './end';
import { isPrecise, outcomeIn, type CallOutcome } from './outcome';
import { reportedIn } from './callReport';
import { isCode, reasonsIn } from './reasons';

/**
 * Words that say how a call ended. A sentence counts only where the API says that the call failed and shows no talk; a report, which
 * nobody signed, cannot make another end of a talk that the API shows, but that a mailbox took it.
 */
function wordsOfEnd(call: IDataObject, report: IDataObject): string[] {
	const status = plainText(call.status);
	const ofStatus = outcomeIn(status);
	const isTalk = hasDuration(call) && (ofStatus === undefined || ofStatus === 'talked');
	const counts = (reason: string) => isCode(reason) || (ofStatus === 'failed' && !hasDuration(call));
	const reported = reasonsIn(report).filter((reason) => !isTalk || outcomeIn(reason) === 'voicemail');
	return [status, ...[...reasonsIn(call), ...reported].filter(counts)];
}

/** Where words say no more than `completed` and `failed`, or nothing, the API's status holds, then the duration. */
function outcomeOf(words: string[], isAnswered: boolean): CallOutcome {
	const said = words.map(outcomeIn);
	return said.find(isPrecise) ?? said.find((outcome) => outcome !== undefined) ?? (isAnswered ? 'talked' : 'failed');
}

/** Whether an ended call counts as completed, by the API alone: somebody, or a mailbox, took it. */
export const hasCompleted = (call: IDataObject): boolean =>
	['talked', 'voicemail'].includes(outcomeOf([plainText(call.status)], hasDuration(call)));

/**
 * A call as the API has it, with how it ended: one of `talked`, `voicemail`, `noAnswer`, `busy`, `failed`, and the vendor's own word for
 * the reason. Both are null while it goes on.
 * @param report what KaiCalls has reported about it. Unsigned: what it says and the API does not (yet) fills what is empty, and
 * `reported` tells which members that are
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

/** Calls with these outcomes have no recording and no transcript, unless somebody was on the line. */
const NOT_TAKEN: ReadonlySet<unknown> = new Set(['noAnswer', 'busy', 'failed']);

/** Of a call that nobody took. One that failed after somebody had talked was. */
export const wasNotTaken = (call: IDataObject): boolean => NOT_TAKEN.has(endedCall(call).outcome) && !hasDuration(call);
