import type { Outcome } from './outcome';

/** One run of a node over its input items, or one further try of it. */
export interface Run {
	/** On Error = Stop Workflow: the first failing item ends the run. */
	readonly stopOnFailure: boolean;
	/** Another item ended the run, or Stop was pressed: nothing more is sent. */
	readonly stopped: boolean;
	/** An item failed. */
	readonly hasFailed: boolean;
	/** By item, in the order in which they were settled. */
	readonly settled: ReadonlyMap<number, Outcome>;
	/** A failing outcome ends the run when On Error is Stop. */
	settle(index: number, outcome: Outcome): void;
	/** Something failed; its items get their outcome later. */
	noteFailure(): void;
}
