import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/values/json';
import { lettersOf } from '../../shared/values/letters';
import { asItem } from '../../shared/values/rows';
import { plainText } from '../../shared/values/text';
import { unwrapped } from '../answers/envelopes';
import { isFilled } from '../../shared/values/filled';
import { isIdentifier } from '../identifier';

/**
 * Statuses that end a run, in letters only. KAIRO documents none for runs; these are what other platforms use for one that
 * is over. A run that says when it ended is over with any status.
 */
const FINAL = new Set([
	...['completed', 'complete', 'succeeded', 'success', 'successful', 'done', 'finished', 'ended', 'ok'],
	...['failed', 'failure', 'error', 'errored', 'incomplete', 'rejected'],
	...['cancelled', 'canceled', 'timedout', 'timeout', 'expired', 'stopped', 'aborted', 'terminated'],
]);

/** What an envelope says of the request rather than of the run in it. */
const ABOUT_REQUEST = new Set(['success', 'ok', 'error', 'fail']);

const END_TIMES = ['completed_at', 'finished_at', 'ended_at', 'completedAt', 'finishedAt', 'endedAt'];

/** 2000-01-01 in epoch seconds: what is earlier stands for no time, such as 0 or the year 1. */
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

/** The run in an answer, and what is around it: a run may come bare, in an envelope, or with its result as `data`. */
function runIn(body: unknown): { run: Member; envelope: Member } {
	const envelope = isRecord(body) ? body : {};
	const { run, data } = envelope;
	if (isRecord(run)) return { run, envelope };
	if (idOf(envelope) === undefined && isRecord(data)) return { run: isRecord(data.run) ? data.run : data, envelope };
	return { run: envelope, envelope: {} };
}

/** Whether the body says that the run it describes is over. */
export function isOver(body: unknown): boolean {
	const { run, envelope } = runIn(body);
	if (END_TIMES.some((name) => isTime(run[name]) || isTime(envelope[name]))) return true;
	const own = statusOf(run);
	if (own !== '') return FINAL.has(own);
	const around = statusOf(envelope);
	return FINAL.has(around) && !(ABOUT_REQUEST.has(around) && idOf(run) !== undefined);
}

/** The id of a run that was started; undefined when the answer holds none. */
export const runIdIn = (body: unknown): string | undefined => idOf(runIn(body).run);

const rowOf = (body: unknown): IDataObject => (isFilled(body) ? asItem(unwrapped(body)) : {});

export const endedRow = (body: unknown): IDataObject => ({ ...rowOf(body), outcome: 'ended' });

/**
 * @param resource of the node that has run, as the user knows it
 * @param obstacle why KAIRO could not be asked at last, '' when it could
 */
export const timeLimitRow = (body: unknown, resource: string, obstacle: string): IDataObject => ({
	...rowOf(body),
	outcome: 'timeLimit',
	hint: `The run had not ended at the time limit. Do not start it again. Read it with ${resource} > Get Run.${obstacle && ` Last answer: ${obstacle}.`}`,
});

/** Stop was pressed while this run went on. */
export const stoppedRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'waitEnded',
	hint: `The node ended before KAIRO reported the end of the run. Do not start it again. Read it with ${resource} > Get Run.`,
});

export const noRunIdRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'notFollowed',
	hint: `KAIRO accepted the run but gave no run ID. Do not start it again. Find it with ${resource} > Get Runs.`,
});
