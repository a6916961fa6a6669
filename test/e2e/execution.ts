import type { INodeExecutionData } from 'n8n-workflow';
import type { FinishedExecution } from '../../demo/client';

/** @throws Error with the reason that n8n gives, if an execution did not succeed */
export function expectSuccess({ status, data }: FinishedExecution): void {
	const { error } = data.resultData;
	if (status !== 'success' || error) throw new Error(`The execution ended with ${status}: ${error?.message}`);
}

/** What a node put out in its last run on one of its outputs. */
export function outputOf(execution: FinishedExecution, node: string, output = 0): INodeExecutionData[] {
	const lastRun = execution.data.resultData.runData[node]?.at(-1);
	return lastRun?.data?.main?.[output] ?? [];
}
