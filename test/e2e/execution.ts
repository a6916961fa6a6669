import { expect } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';
import type { FinishedExecution } from '../../demo/client';

/** Fails with the reason that n8n gives when an execution did not succeed. */
export function expectSuccess({ status, data }: FinishedExecution): void {
	expect({ status, error: data.resultData.error?.message }).toEqual({ status: 'success', error: undefined });
}

/** What a node put out in its last run on one of its outputs. */
export function outputOf(execution: FinishedExecution, node: string, output = 0): INodeExecutionData[] {
	const lastRun = execution.data.resultData.runData[node]?.at(-1);
	return lastRun?.data?.main?.[output] ?? [];
}
