import type { IDataObject } from 'n8n-workflow';

import { hasDuration, hasEnded } from './end';
import { isPrecise, outcomeIn, type CallOutcome } from './outcome';
import { reportedIn } from './reported';
import { reasonsIn } from './words';

/** Where words say no more than `completed` and `failed`, or nothing, the API's status holds, then its duration. */
function outcomeOf(call: IDataObject, reasons: string[]): CallOutcome {
	const said = [String(call.status ?? ''), ...reasons].map(outcomeIn);
	return said.find(isPrecise) ?? said.find((outcome) => outcome !== undefined) ?? (hasDuration(call) ? 'talked' : 'failed');
}

/** Whether an ended call counts as completed, by the API alone: somebody, or a mailbox, took it. */
export const hasCompleted = (call: IDataObject): boolean => ['talked', 'voicemail'].includes(outcomeOf({ status: call.status, duration: call.duration }, []));

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
	const outcome = outcomeOf(known, [...reasonsIn(call), ...reasonsIn(report)]);
	return {
		...known,
		outcome,
		reason: ownReason ?? reportedReason ?? null,
		...(Object.keys(reported).length > 0 && { reported }),
	};
}
