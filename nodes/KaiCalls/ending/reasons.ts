import type { IDataObject } from 'n8n-workflow';

import { vendorWords } from '../../shared/http/vendorWords';
import { isRecord } from '../../shared/values/json';

/** Where a record or a report may say why: `error` in a call report (docs/vendors/kaicalls.md#call-reports), the others in what voice providers send (https://docs.vapi.ai/calls/call-ended-reason). */
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

/** A code, and no page. */
const LONGEST_REASON = 120;

/** Why a call ended, in the vendor's own words, as far as this record or report tells. */
export const reasonsIn = (record: IDataObject): string[] =>
	REASONS.flatMap((member) => {
		const { [member]: said } = record;
		return vendorWords(isRecord(said) ? (said.code ?? said.message) : said, LONGEST_REASON) || [];
	});

const MOST_WORDS_OF_A_CODE = 3;

/** Whether a reason is a code (`no_answer`, `line busy`). A sentence ("caller busy, call back at 5") tells of the talk, not of the line. */
export const isCode = (reason: string): boolean => reason.trim().split(/\s+/).length <= MOST_WORDS_OF_A_CODE;
