import type { WorkflowFile } from './workflows';

/** The first of the client IDs in the examples. They are made up and count up, so that a try with a real account reaches nobody. */
const FIRST_MADE_UP = 900_000_001;

/** Puts these Kayse clients where a workflow has made-up ones, in their order. */
export function chooseClients(workflow: WorkflowFile, clientIds: number[]): WorkflowFile {
	const chosen = clientIds.reduce(
		(text, clientId, index) => text.replaceAll(String(FIRST_MADE_UP + index), String(clientId)),
		JSON.stringify(workflow),
	);
	return JSON.parse(chosen) as WorkflowFile;
}
