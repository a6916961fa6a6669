import { entriesByItem, type Entry } from '../census/journal';
import { effectsOf, excessOf, isTrueOfBad, lieIn, type Effects, type End } from '../census/verdict';
import type { Sample } from '../census/sample';
import { JobRun } from './jobRun';
import type { StormVendors } from './vendors';
import type { ItemReport } from './reports';

/** The ends of the requests of a job, by item. */
export function entriesOf({ job, items, departures }: JobRun, vendors: StormVendors): Entry[][] {
	const arrivals = new Map(vendors.arrivalsOf(job.id).map((arrival) => [arrival.sender?.request, arrival]));
	const entries = departures.map(({ request, execution: by, isCut }, number): Entry => {
		const arrival = arrivals.get(number);
		return { request, by, isAccepted: arrival?.entry.accepted ?? false, isCut: isCut || (arrival?.isHidden ?? false) };
	});
	return entriesByItem({ entries }, items, job.writing.sample, vendors.sandbox);
}

/** The kinds of end that a report may stand for. */
const endsOf = ({ end }: ItemReport): End[] => (end === 'in doubt' ? ['unknown', 'startedBefore'] : [end]);

/** An earlier execution was stopped or killed, and its knowledge is lost. */
const isLost = ({ executions }: JobRun, number: number): boolean =>
	executions.slice(0, number).some(({ isCut }) => isCut);

/** It may be done twice, so n8n's database has nothing of it. */
const isNotedDown = (wanted: Effects, { harmlessTwice, effect }: Sample): boolean =>
	effect !== undefined ||
	[...wanted.keys()].some(
		(kind) => !kind.startsWith('PUT ') && (harmlessTwice === undefined || kind.startsWith('DELETE ')),
	);

/** How what an execution told of an item differs from the sandbox's log; undefined when it does not. */
function lieOf(
	run: JobRun,
	index: number,
	past: readonly Entry[],
	wanted: Effects,
	number: number,
): string | undefined {
	const { job, executions } = run;
	const execution = executions[number];
	if (!execution?.reports) return undefined;
	const { reports, isUndisturbed } = execution;
	const one = reports.get(index);
	if (!one) return 'no word on it';
	const { follows = false, isWrittenDown = false, isKeyed = false, effect } = job.writing.sample;
	const isInDoubt = past.some(({ isCut, request }) => isCut && request.method !== 'GET');
	const ends = endsOf(one);
	if (index === JobRun.badOf(job)) {
		const deletes = job.writing.operationName === 'delete';
		return ends.some((end) => isTrueOfBad(end, { isUndisturbed, deletes }))
			? undefined
			: `told "${one.end}", but it is not fit`;
	}
	const isReportLost =
		!isUndisturbed && one.end !== 'done' && isLost(run, number) && !isNotedDown(wanted, job.writing.sample);
	if (isReportLost) return undefined;
	const facts = {
		effects: effectsOf(past, effect),
		wanted,
		isInDoubt,
		// Retry On Fail has further tries in the same execution.
		wasDeclared: isInDoubt || run.wasDeclared(index, execution),
		wasMarkedDone: false,
		isUndisturbed,
		// What an operation that notes down itself finds in doubt ends a try: it may be another execution's.
		isCutShort: isWrittenDown && [...reports.values()].some(({ end }) => end === 'in doubt'),
		follows,
		isWrittenDown,
		isKeyed,
		isNotFound: false,
		mayBeDone: one.mayBeDone,
	};
	const lies = ends.map((end) => lieIn({ ...facts, end }));
	return lies.includes(undefined) ? undefined : lies[0];
}

const inWords = ({ by, request: { method, path }, isAccepted, isCut }: Entry): string =>
	[
		`${method} ${path} in execution ${by}`,
		isAccepted ? 'accepted' : 'not accepted',
		...(isCut ? ['answer lost'] : []),
	].join(' ');

/** Reports of a job that are not true, and effects that happened too often. */
export function liesOf(run: JobRun, vendors: StormVendors, wanted: Effects): string[] {
	return entriesOf(run, vendors).flatMap((own, index) => {
		const lies = run.executions.flatMap((execution, number) => {
			const lie = lieOf(
				run,
				index,
				own.filter(({ by }) => by <= number),
				wanted,
				number,
			);
			const { text = '' } = execution.reports?.get(index) ?? {};
			return lie === undefined
				? []
				: [`in execution ${number} (${execution.end}${execution.isCut ? ', cut' : ''}): ${lie} ${text}`];
		});
		const excess = excessOf(own, wanted, run.job.writing.sample);
		const ends = run.executions.map(({ end, isCut }) => `${end}${isCut ? ', cut' : ''}`);
		const log = own.map(inWords).join(', ') || 'nothing';
		return [...lies, ...excess].map(
			(lie) => `${run.job.writing.name}, item ${index} ${lie}. Sent: ${log}. Executions: ${ends.join(' | ')}`,
		);
	});
}
