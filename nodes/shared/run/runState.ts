import { isNoEnd, type Failure } from '../contract/failure';
import type { Outcome } from '../contract/outcome';
import type { Run } from '../contract/run';

interface RunHooks {
	stopOnFailure: () => boolean;
	isCancelled: () => boolean;
	/** The text of a failure for the user. */
	worded: (failure: Failure, index: number) => Failure;
	/** What an item comes to, as the run shows it. */
	shown: (index: number, outcome: Outcome) => Outcome;
	/** Notes for the user beside the rows of an item. */
	notice: (index: number) => string | undefined;
	/**
	 * Remembers an outcome for a further try.
	 * @param before the item's earlier notes in this try
	 */
	keep: (index: number, outcome: Outcome, before: Outcome | undefined) => void;
}

function noticed(outcome: Outcome, notice: string | undefined): Outcome {
	if (!outcome.rows || !notice) return outcome;
	return { rows: outcome.rows.map((row) => ({ ...row, told: { ...row.told, notice } })) };
}

/** The run as its operation sees it, with methods to change it. */
export class RunState implements Run {
	private readonly outcomes = new Map<number, Outcome>();

	hasFailed = false;

	constructor(private readonly hooks: RunHooks) {}

	get stopOnFailure(): boolean {
		return this.hooks.stopOnFailure();
	}

	get stopped(): boolean {
		return (this.stopOnFailure && this.hasFailed) || this.hooks.isCancelled();
	}

	/** Whether the node ends with an error. A failure from an earlier try counts, although this try went on. */
	get willThrow(): boolean {
		return (
			this.stopOnFailure &&
			[...this.outcomes.values()].some(({ failure }) => failure !== undefined && failure.kind !== 'heldBack')
		);
	}

	get settled(): ReadonlyMap<number, Outcome> {
		return this.outcomes;
	}

	settle(index: number, come: Outcome): void {
		const outcome = this.hooks.shown(index, come);
		const told = outcome.failure
			? { failure: this.hooks.worded(outcome.failure, index) }
			: noticed(outcome, this.hooks.notice(index));
		if (told.failure && !isNoEnd(told.failure)) this.noteFailure();
		const before = this.outcomes.get(index);
		this.recall(index, told);
		this.hooks.keep(index, told, before);
	}

	/** An outcome from an earlier try. The user has read it then, and it does not end this try. */
	recall(index: number, outcome: Outcome): void {
		this.outcomes.set(index, outcome);
	}

	noteFailure(): void {
		this.hasFailed = true;
	}
}
