import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';
import { lettersOf } from '../../shared/values/letters';
import { asItem } from '../../shared/values/rows';
import { plainText } from '../../shared/values/text';
import { unwrapped } from '../answers/envelopes';
import { isFilled } from '../../shared/values/filled';
import { isIdentifier } from '../identifier';

/**
 * Statuses of a finished run, in letters only. KAIRO documents none for runs; other platforms use these. A run with an
 * end time is finished, with any status.
 */
const FINAL = new Set([
	...['completed', 'complete', 'succeeded', 'success', 'successful', 'done', 'finished', 'ended', 'ok'],
	...['failed', 'failure', 'error', 'errored', 'incomplete', 'rejected'],
	...['cancelled', 'canceled', 'timedout', 'timeout', 'expired', 'stopped', 'aborted', 'terminated'],
]);

/** Statuses of an envelope that are about the request, not about the run. */
const ABOUT_REQUEST = new Set(['success', 'ok', 'error', 'fail']);

const END_TIMES = ['completed_at', 'finished_at', 'ended_at', 'completedAt', 'finishedAt', 'endedAt'];

/** 2000-01-01 in epoch seconds. Earlier times, such as 0 or the year 1, mean "not set". */
const EARLIEST = 946_684_800;

function isTime(value: unknown): boolean {
	if (typeof value === 'number') return value >= EARLIEST;
	return typeof value === 'string' && /^[2-9]\d{3}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
}

type Member = Record<string, unknown>;

const idOf = ({ run_id, runId, id }: Member): string | undefined => {
	const found = [run_id, runId, id].find(isIdentifier);
	return found === undefined ? undefined : String(found);
};

const statusOf = ({ status, state }: Member): string => lettersOf(plainText(status) || plainText(state));

/** The run in a response, and its envelope. A run may have no envelope, and its result may be called `data`. */
function runIn(body: unknown): { run: Member; envelope: Member } {
	const envelope = isRecord(body) ? body : {};
	const { run, data } = envelope;
	if (isRecord(run)) return { run, envelope };
	if (idOf(envelope) === undefined && isRecord(data)) return { run: isRecord(data.run) ? data.run : data, envelope };
	return { run: envelope, envelope: {} };
}

/** Whether the run in a response body has ended. */
export function isOver(body: unknown): boolean {
	const { run, envelope } = runIn(body);
	if (END_TIMES.some((name) => isTime(run[name]) || isTime(envelope[name]))) return true;
	const own = statusOf(run);
	if (own !== '') return FINAL.has(own);
	const around = statusOf(envelope);
	return FINAL.has(around) && !(ABOUT_REQUEST.has(around) && idOf(run) !== undefined);
}

/** The ID of the run in a response body; undefined if there is none. */
export const runIdIn = (body: unknown): string | undefined => idOf(runIn(body).run);

const rowOf = (body: unknown): IDataObject => (isFilled(body) ? asItem(unwrapped(body)) : {});

/** The row of a run that has ended. */
export const endedRow = (body: unknown): IDataObject => ({ ...rowOf(body), outcome: 'ended' });

/**
 * The row of a run that did not end within the time limit.
 * @param resource label of the run's resource in the node
 * @param obstacle error of the last read; '' if it succeeded
 */
export const timeLimitRow = (body: unknown, resource: string, obstacle: string): IDataObject => ({
	...rowOf(body),
	outcome: 'timeLimit',
	hint: `The run had not ended at the time limit. Do not start it again. Read it with ${resource} > Get Run.${obstacle && ` Last answer: ${obstacle}.`}`,
});

/** The row of a run that continued when the user pressed Stop. */
export const stoppedRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'waitEnded',
	hint: `The node ended before KAIRO reported the end of the run. Do not start it again. Read it with ${resource} > Get Run.`,
});

/** The row of a run that cannot be followed, because KAIRO gave no ID. */
export const noRunIdRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'notFollowed',
	hint: `KAIRO accepted the run but gave no run ID. Do not start it again. Find it with ${resource} > Get Runs.`,
});
