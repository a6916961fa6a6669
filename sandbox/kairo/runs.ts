import { tooMany } from './errors';
import type { KairoAccount } from './account';
import { resultOf } from './runResult';
import type { Run, RunOwner } from './state';

interface NewRun {
	started_by: RunOwner;
	/** The agent or workflow, for the output. */
	name: string;
	model: string;
	input: unknown;
}

/** How many runs were unfinished at the same time, and how many starts were refused because of it. */
export interface RunLoad {
	peak: number;
	refused: number;
}

/** Starts runs, at most as many at a time as the plan allows, and knows the state of each. */
export class Runs {
	private load: RunLoad = { peak: 0, refused: 0 };

	constructor(private readonly kairo: KairoAccount) {}

	/** A new run, or 429 when as many as allowed are unfinished. */
	start({ started_by, name, model, input }: NewRun): Run {
		const { settings, state, clock } = this.kairo;
		const unfinished = this.unfinished();
		if (unfinished.length >= settings.concurrentRuns) {
			this.load.refused += 1;
			throw tooMany(
				this.kairo,
				'too_many_runs',
				'Too many concurrent runs',
				Math.min(...unfinished.map(({ ends_at }) => ends_at)),
			);
		}
		const created_at = clock.now();
		const ends_at = created_at + settings.runSeconds * 1000;
		const run: Run = {
			id: state.ids.next('run'),
			trace_id: state.ids.next('trace'),
			started_by,
			model,
			input,
			created_at,
			runs_at: Math.min(ends_at, created_at + settings.queuedSeconds * 1000),
			ends_at,
			...resultOf(name, input, settings.runsFail),
		};
		state.runs.set(run.id, run);
		this.load.peak = Math.max(this.load.peak, unfinished.length + 1);
		return run;
	}

	isOver({ ends_at }: Run): boolean {
		return this.kairo.clock.now() >= ends_at;
	}

	statusOf(run: Run): string {
		const { settings, clock } = this.kairo;
		if (this.isOver(run)) return run.error === null ? settings.completedStatus : settings.failedStatus;
		return clock.now() >= run.runs_at ? 'running' : 'queued';
	}

	loadSoFar(): RunLoad {
		return { ...this.load };
	}

	clear(): void {
		this.load = { peak: 0, refused: 0 };
	}

	private unfinished(): Run[] {
		return [...this.kairo.state.runs.values()].filter((run) => !this.isOver(run));
	}
}
