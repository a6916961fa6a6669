import type { IDataObject } from 'n8n-workflow';

import { vendorWords } from '../../shared/http/vendorWords';
import { isRecord } from '../../shared/values/json';

/**
 * Members of a record or a report with the reason: `error` in a call report (docs/vendors/kaicalls.md#call-reports),
 * the others in reports of voice providers (https://docs.vapi.ai/calls/call-ended-reason).
 */
const REASONS = [
	'error',
	'ended_reason',
	'endedReason',
	'end_reason',
	'failure_reason',
	'disposition',
	'outcome',
	'reason',
];

/** Longest reason, in characters: long enough for a code, too short for a page of HTML. */
const LONGEST_REASON = 120;

/** The reasons for the end of a call in this record or report, in the vendor's own words. */
export const reasonsIn = (record: IDataObject): string[] =>
	REASONS.flatMap((member) => {
		const { [member]: said } = record;
		return vendorWords(isRecord(said) ? (said.code ?? said.message) : said, LONGEST_REASON) || [];
	});

const MOST_WORDS_OF_A_CODE = 3;

/** Whether a reason is a code (`no_answer`, `line busy`). A sentence ("caller busy, call back at 5") describes the talk, not the line. */
export const isCode = (reason: string): boolean => reason.trim().split(/\s+/).length <= MOST_WORDS_OF_A_CODE;
