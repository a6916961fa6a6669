import type { Kairo } from './kairo';
import type { Agent, ContextWindow, Document, Run, Source, Workflow } from './state';

/** A time as in the documented example: UTC, whole seconds. */
export function iso(time: number): string {
	return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The reply of POST /agents: exactly this (docs/vendors/kairo.md#agents). */
export function createdAgent({ id, name, created_at }: Agent) {
	return { id, name, status: 'active', created_at: iso(created_at) };
}

/** An agent as replies show it. */
export function shownAgent(agent: Agent) {
	const { model, context, tools, rest } = agent;
	return { ...rest, ...createdAgent(agent), model, context, tools };
}

/** A workflow as replies show it. */
export function shownWorkflow({ definition, id, created_at, updated_at }: Workflow) {
	return { ...definition, id, created_at: iso(created_at), updated_at: iso(updated_at) };
}

/** The reply to the start of a run. */
export function startedRun({ id }: Run) {
	return { id, status: 'queued' };
}

/** A run as replies show it. */
export function shownRun(kairo: Kairo, run: Run) {
	const { id, trace_id, started_by, input, created_at, runs_at, ends_at, error, output, tokens, cost_usd } = run;
	const owner: Record<string, string> = { [`${started_by.type}_id`]: started_by.id };
	// Read first: a run that ends between two readings of the clock must not be shown as both running and completed.
	const isOver = kairo.desk.isOver(run);
	const running = { id, ...owner, status: kairo.desk.statusOf(run), input, created_at: iso(created_at) };
	if (!isOver) return running;
	return {
		...running,
		trace_id,
		output,
		error,
		tokens,
		cost_usd,
		started_at: iso(runs_at),
		completed_at: iso(ends_at),
	};
}

/** How the time of a finished run is divided. */
export function shownTrace(kairo: Kairo, run: Run) {
	const { trace_id, id, created_at, runs_at, ends_at, tokens } = run;
	const owner: Record<string, string> = { [`${run.started_by.type}_id`]: run.started_by.id };
	return {
		id: trace_id,
		run_id: id,
		...owner,
		status: kairo.desk.statusOf(run),
		tokens,
		created_at: iso(created_at),
		spans: [
			{ name: 'queue', duration_ms: runs_at - created_at },
			{ name: 'model', duration_ms: ends_at - runs_at },
		],
	};
}

/** A source as replies show it. */
export function shownSource({ state }: Kairo, { rest, refreshed_at, created_at, ...source }: Source) {
	const document_count = [...state.documents.values()].filter(({ source_id }) => source_id === source.id).length;
	return { ...rest, ...source, document_count, created_at: iso(created_at), refreshed_at: iso(refreshed_at) };
}

/** A document as replies show it. */
export function shownDocument({ created_at, ...document }: Document) {
	return { ...document, created_at: iso(created_at) };
}

/** A context window as replies show it. */
export function shownWindow({ created_at, ...window }: ContextWindow) {
	return { ...window, created_at: iso(created_at) };
}
