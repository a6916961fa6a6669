import type { IDataObject } from 'n8n-workflow';

import type { OutgoingRequest } from '../../../nodes/shared/contract/exchange';
import { FAILURE_KINDS, type Failure } from '../../../nodes/shared/contract/failure';
import type { FinishedRun } from '../../../nodes/shared/run/driver';
import { valueAt } from '../../../nodes/shared/values/json';
import type { Entry } from './journal';
import type { Sample } from './sample';

/** What a try told of an item; `not sent` when it said nothing of it. */
export type End = 'done' | 'not sent' | Exclude<Failure['kind'], 'skipped'>;

const isKind = (value: unknown): value is Failure['kind'] => FAILURE_KINDS.some((kind) => kind === value);

/** What the rows of an item say, as n8n hands them on. */
export function endOfRows(rows: readonly IDataObject[], { isUnknown }: Sample): End {
	const kind = rows.map((row) => valueAt(row, 'details', 'outcome')).find(isKind);
	if (kind) return kind === 'skipped' ? 'not sent' : kind;
	return rows.some((row) => isUnknown?.(row)) ? 'unknown' : 'done';
}

/** @param carried what the execution goes on with that waits, if it does */
export function endOf({ outcomes }: FinishedRun, index: number, sample: Sample, carried?: IDataObject[]): End {
	const { rows, failure } = outcomes.get(index) ?? {};
	const later = carried?.[index];
	if (valueAt(later, 'details', 'outcome') !== undefined) return endOfRows([later ?? {}], sample);
	if (rows)
		return endOfRows(
			rows.map(({ json }) => json),
			sample,
		);
	return failure === undefined || failure.kind === 'skipped' ? 'not sent' : failure.kind;
}

/** The kind of effect of a request, the same at all endpoints for it, such as one for many rows. */
const kindOf = ({ request: { method, path } }: Entry): string => `${method} ${path.split('/')[1]}`;

const idempotencyKey = ({ headers = {} }: OutgoingRequest): string | undefined =>
	Object.entries(headers).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1];

/** Effects by kind. */
export type Effects = ReadonlyMap<string, number>;

/** @param effect see `Sample` */
export function effectsOf(entries: readonly Entry[], effect?: string): Effects {
	const effects = new Map<string, number>();
	const keys = new Set<string>();
	for (const entry of entries) {
		if (!entry.isAccepted || entry.request.method === 'GET') continue;
		// With the same key, a vendor does the same once.
		const key = idempotencyKey(entry.request);
		if (key !== undefined && keys.has(key)) continue;
		if (key !== undefined) keys.add(key);
		const kind = effect ?? kindOf(entry);
		effects.set(kind, (effects.get(kind) ?? 0) + 1);
	}
	return effects;
}

export const isComplete = (effects: Effects, wanted: Effects): boolean =>
	[...wanted].every(([kind, times]) => (effects.get(kind) ?? 0) >= times);

/** All that is known of an item when a try has ended. */
export interface Facts {
	end: End;
	/** What the vendor had done for it, in this try and those before. */
	effects: Effects;
	/** Its effects in an undisturbed run. */
	wanted: Effects;
	/** The answer to a writing request about it was lost. */
	isInDoubt: boolean;
	/** What n8n's database had of it when the try began, or may have had. */
	wasDeclared: boolean;
	/** And still had when the try ended: what an earlier process was about to take out counts for nothing. */
	wasMarkedDone: boolean;
	/** Nothing broke in this try. */
	isUndisturbed: boolean;
	/** Another item has ended it, for a reason of its own. */
	isCutShort: boolean;
	/** See `Sample`. */
	follows: boolean;
	isWrittenDown: boolean;
	isKeyed: boolean;
	/** The vendor knows no such record. */
	isNotFound: boolean;
	/** It was said that it may have been done, and that doing it twice is harmless. */
	mayBeDone: boolean;
}

/** How what a try told of a fit item differs from the truth; undefined when it does not. */
export function lieIn({
	end,
	effects,
	wanted,
	isInDoubt,
	wasDeclared,
	wasMarkedDone,
	isUndisturbed,
	isCutShort,
	follows,
	isWrittenDown,
	isKeyed,
	isNotFound,
	mayBeDone,
}: Facts): string | undefined {
	const isDone = isComplete(effects, wanted);
	// The database did not take the note, so the node cannot know that an earlier try has deleted the record.
	if (isNotFound && isDone && !wasDeclared) return undefined;
	switch (end) {
		case 'done':
			return isDone ? undefined : 'told "done", but it is not';
		case 'doneBefore':
			return isDone ? undefined : 'told "doneBefore", but it is not';
		case 'startedBefore':
			return wasDeclared && !wasMarkedDone ? undefined : 'told "startedBefore" without reason';
		case 'unknown':
			return isInDoubt || (follows && isDone) || ((isWrittenDown || isKeyed) && wasDeclared)
				? undefined
				: 'told "unknown", but every answer had come';
		case 'input':
		case 'refused':
		case 'unavailable':
		case 'not sent':
			if (isCutShort) return undefined;
			if (isUndisturbed) return `left as "${end}" by a try that nothing disturbed`;
			if (mayBeDone) return isInDoubt || wasDeclared ? undefined : `told "${end}, but perhaps done" without reason`;
			return isDone && !follows ? `told "${end}", but it was done` : undefined;
	}
}

/** Whether a try may report this end for an unfit item. An earlier try may have deleted a missing record. */
export const isTrueOfBad = (
	end: End,
	{ isUndisturbed, deletes }: { isUndisturbed: boolean; deletes: boolean },
): boolean =>
	!isUndisturbed ||
	end === 'refused' ||
	end === 'input' ||
	end === 'not sent' ||
	end === 'unknown' ||
	end === 'startedBefore' ||
	(deletes && end === 'done');

const isHarmlessTwice = (kind: string): boolean => kind.startsWith('PUT ') || kind.startsWith('DELETE ');

/** Kinds of effects that an item had more often than in an undisturbed run, where that does harm. */
export function excessOf(
	entries: readonly Entry[],
	wanted: Effects,
	{ harmlessTwice, isHarmless, effect }: Sample,
): string[] {
	if (harmlessTwice !== undefined) return [];
	const effects = effectsOf(
		entries.filter(({ request }) => !isHarmless?.(request)),
		effect,
	);
	return [...effects]
		.filter(([kind, times]) => !isHarmlessTwice(kind) && times > (wanted.get(kind) ?? 0))
		.map(([kind, times]) => `${kind} ${times} times`);
}
