import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/json';
import { asItem } from '../../shared/operations/rows';
import { unwrapped } from '../answers';

/**
 * Statuses that end a run, in letters only. KAIRO documents none for runs; these are what other platforms use for one that
 * is over. A run that says when it ended is over with any status.
 */
const FINAL = new Set([
	'completed',
	'succeeded',
	'success',
	'done',
	'finished',
	'failed',
	'error',
	'cancelled',
	'canceled',
	'timedout',
	'timeout',
	'expired',
	'stopped',
	'aborted',
]);

const END_TIMES = ['completed_at', 'finished_at', 'ended_at'];

const lettersOf = (text: unknown): string => String(text ?? '').toLowerCase().replace(/[^a-z]/g, '');

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Whether the body says that the run it describes is over. */
export function isOver(body: unknown): boolean {
	const run = unwrapped(body);
	if (!isRecord(run)) return false;
	return FINAL.has(lettersOf(run.status ?? run.state)) || END_TIMES.some((name) => isFilled(run[name]));
}

/** The id of a run that was started; undefined when the answer holds none. */
export function runIdIn(body: unknown): string | undefined {
	const run = unwrapped(body);
	const id = isRecord(run) ? (run.id ?? run.run_id) : undefined;
	return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined;
}

const rowOf = (body: unknown): IDataObject => (isFilled(body) ? asItem(unwrapped(body)) : {});

export const endedRow = (body: unknown): IDataObject => ({ ...rowOf(body), outcome: 'ended' });

/** @param resource of the node that has run, as the user knows it */
export const timeLimitRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'timeLimit',
	hint: `The time limit passed before KAIRO reported the end of the run. Read it with ${resource} > Get Run.`,
});

/** Stop was pressed or another item ended the node, while this run went on. */
export const leftRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'waitEnded',
	hint: `The node ended before KAIRO reported the end of the run. Read it with ${resource} > Get Run.`,
});

export const namelessRow = (body: unknown, resource: string): IDataObject => ({
	...rowOf(body),
	outcome: 'notFollowed',
	hint: `KAIRO took the run but named no ID to follow it by. Look for it with ${resource} > Get Runs.`,
});
