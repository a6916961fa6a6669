import type { Kairo } from './kairo';
import type { RunOwner } from './state';
import { shownAgent, shownDocument, shownRun, shownSource, shownWorkflow } from './views';

/** The account as plain JSON: records in the API's form, with values that only the vendor knows. */
export interface KairoSnapshot {
	agents: Array<ReturnType<typeof shownAgent>>;
	workflows: Array<ReturnType<typeof shownWorkflow>>;
	sources: Array<ReturnType<typeof shownSource>>;
	documents: Array<ReturnType<typeof shownDocument>>;
	runs: Array<ReturnType<typeof shownRun> & { started_by: RunOwner }>;
}

/** The present state of the account as plain JSON. */
export function snapshotOf(kairo: Kairo): KairoSnapshot {
	const { agents, workflows, sources, documents, runs } = kairo.state;
	return structuredClone({
		agents: [...agents.values()].map(shownAgent),
		workflows: [...workflows.values()].map(shownWorkflow),
		sources: [...sources.values()].map((source) => shownSource(kairo, source)),
		documents: [...documents.values()].map(shownDocument),
		runs: [...runs.values()].map((run) => ({ ...shownRun(kairo, run), started_by: run.started_by })),
	});
}
