import type { WorkflowFile } from './workflows';

/**
 * The first of the client IDs in the examples. They are invented and consecutive, so that a test with a real account
 * reaches no person.
 */
const FIRST_MADE_UP = 900_000_001;

/** Replaces the invented clients of a workflow by these Kayse clients, in order. */
export function chooseClients(workflow: WorkflowFile, clientIds: number[]): WorkflowFile {
	const chosen = clientIds.reduce(
		(text, clientId, index) => text.replaceAll(String(FIRST_MADE_UP + index), String(clientId)),
		JSON.stringify(workflow),
	);
	return JSON.parse(chosen) as WorkflowFile;
}
