import { excessOf, effectsOf, lieIn } from '../census/verdict';
import type { Entry } from '../census/journal';
import { OTHER_SHAPE, type Fault } from './faults';
import type { Point, Reference } from './reference';
import type { NodeOutput } from './run';
import type { Operation } from './setUp';
import type { ItemReport } from './reports';
import type { Way } from './ways';

/** How a cell reads in the table. */
export type Word = 'done' | 'unknown' | 'perhaps' | 'started' | 'not done' | 'read' | 'as it came' | 'not read';

/** All that is known when a run with a fault has ended. */
export interface Facts {
	operation: Operation;
	fault: Fault;
	point: Point;
	way: Way;
	reference: Reference;
	reports: ItemReport[];
	/** The requests that were sent for each item, with the disturbed one. */
	sent: Entry[][];
	/** undefined if no server listened. */
	hit: Entry | undefined;
}

const RETRIED_METHODS = ['GET', 'PUT', 'DELETE'];

/** Whether the item has anything to do with the request that was hit. A limit holds for all. */
const isDisturbed = ({ sent, hit, operation, fault }: Facts, item: number): boolean => {
	if (hit === undefined || operation.isReading || fault.heading === '429') return true;
	return !sent.some((own) => own.includes(hit)) || sent[item]?.includes(hit) === true;
};

/** The window of a limit may be longer than a node waits. */
const isLimited = ({ text }: ItemReport): boolean => text.includes('is used up until');

/** Whether a second try would have succeeded without harm. */
const isWorthASecondTry = ({ fault, point }: Facts): boolean =>
	fault.passes && (fault.isDone === 'no' || RETRIED_METHODS.includes(point.method));

const isUnchanged = ({ rows }: ItemReport): boolean => JSON.stringify(rows).includes(OTHER_SHAPE);

function wrongInReading({ reports, reference }: Facts, item: number): string[] {
	const own = reports[item];
	if (!own) return ['nothing was told'];
	if (own.end === 'unknown') return ['a reading is told as unknown'];
	if (own.end !== 'done') return [];
	return own.rows.length === reference.rows[item] || isUnchanged(own)
		? []
		: [`${own.rows.length} rows in place of ${reference.rows[item]}`];
}

function wrongInWriting(facts: Facts, item: number): string[] {
	const { operation, reference, sent, hit, fault, reports } = facts;
	const { sample } = operation;
	const own = sent[item] ?? [];
	const wanted = reference.wanted[item] ?? new Map<string, number>();
	const lie = lieIn({
		end: reports[item]?.end ?? 'not sent',
		effects: effectsOf(own, sample.effect),
		wanted,
		isInDoubt: own.some((entry) => entry === hit && entry.request.method !== 'GET') && fault.isDone !== 'no',
		wasDeclared: false,
		wasMarkedDone: false,
		isUndisturbed: !isDisturbed(facts, item),
		isCutShort: false,
		follows: sample.follows ?? false,
		isWrittenDown: sample.isWrittenDown ?? false,
		isKeyed: sample.isKeyed ?? false,
		isNotFound: false,
		mayBeDone: reports[item]?.mayBeDone ?? false,
	});
	return [...(lie === undefined ? [] : [lie]), ...excessOf(own, wanted, sample)];
}

/** No document names KAIRO's paths: a 404 may mean that there is no such endpoint, and not that it is gone (docs/vendors/kairo.md). */
const isOfGuessedPath = ({ operation, point }: Facts, { text }: ItemReport): boolean =>
	operation.target.vendor.name === 'KAIRO' && point.method === 'DELETE' && text.includes('status 404');

/** What of an item is not as it should be. */
export function wrongIn(facts: Facts, item: number): string[] {
	const own = facts.reports[item];
	if (!own || (own.rows.length === 0 && own.text === '' && (facts.reference.rows[item] ?? 0) > 0)) return ['silence'];
	const isUnderWay = own.end === 'unknown' && (facts.operation.sample.follows === true || isOfGuessedPath(facts, own));
	const isLeft =
		own.end !== 'done' && !isUnderWay && !isLimited(own) && isDisturbed(facts, item) && isWorthASecondTry(facts);
	return [
		...(facts.operation.isReading ? wrongInReading(facts, item) : wrongInWriting(facts, item)),
		...(isLeft ? [`left as "${own.end}", though a second try was harmless`] : []),
	];
}

/** The errors in a Retry: it does nothing twice, and does the rest now. */
export function wrongInRetry(facts: Facts, first: ItemReport, again: ItemReport, effects: Entry[]): string[] {
	const { operation, reference } = facts;
	if (isLimited(again)) return [];
	if (operation.isReading) return again.end === 'done' ? [] : [`Retry: left as "${again.end}"`];
	const wanted = reference.wanted[0] ?? new Map<string, number>();
	const excess = excessOf(effects, wanted, operation.sample).map((text) => `Retry: ${text}`);
	if (again.end === 'unknown' && isOfGuessedPath(facts, again)) return excess;
	const isLeft = first.end !== 'unknown' && !first.isStarted && again.end !== 'done' && again.end !== 'doneBefore';
	return [...excess, ...(isLeft ? [`Retry: left as "${again.end}": ${again.text}`] : [])];
}

/** Failures come where On Error says. */
export function wrongPlace(
	{ items, errors, error, isWaiting }: NodeOutput,
	way: Way,
	reports: readonly ItemReport[],
): string[] {
	if (isWaiting) return [];
	const failures = reports.filter(({ text }) => text !== '').length;
	const expected = { stop: 0, 'error output': failures, continue: 0, agent: 0, MCP: 0 }[way];
	const isStopped = error !== undefined;
	return [
		...(isStopped !== (way === 'stop' && failures > 0)
			? [isStopped ? 'it stopped the workflow' : 'it did not stop']
			: []),
		...(errors.length === expected ? [] : [`${errors.length} items at the error output in place of ${expected}`]),
		...(way === 'error output' && items.some(({ json }) => json.error !== undefined && json.details !== undefined)
			? ['a failure at the output of successes']
			: []),
	];
}

export function wordOf({ operation, reports }: Facts, item: number): Word {
	const own = reports[item];
	if (operation.isReading) {
		if (own?.end !== 'done') return 'not read';
		return isUnchanged(own) ? 'as it came' : 'read';
	}
	if (own?.end === 'done') return 'done';
	if (own?.end === 'unknown') return 'unknown';
	if (own?.isStarted) return 'started';
	return own?.mayBeDone ? 'perhaps' : 'not done';
}
