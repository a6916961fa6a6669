import type { IExecuteFunctions, IExecuteSingleFunctions, ITaskData } from 'n8n-workflow';

/** After a kill, n8n's crash recovery writes down which nodes had started. It gives all of them the place 0. */
const isRecovered = ({ executionStatus, data }: ITaskData): boolean =>
	executionStatus === 'crashed' || data?.main?.[0]?.[0]?.json.isArtificialRecoveredEventItem === true;

/**
 * Whether the execution was put to wait before this node: n8n's timer resumes it without static data. Where n8n does not say,
 * it counts as so.
 */
export async function hasWaited(context: IExecuteFunctions | IExecuteSingleFunctions): Promise<boolean> {
	if (!('getExecutionDataById' in context)) return true;
	const stored = await context.getExecutionDataById(context.getExecutionId());
	if (!stored || stored.waitTill !== undefined) return true;
	// Stored again since, where the workflow saves its progress: n8n counts the nodes from 0 each time it starts an execution.
	const counted = Object.values(stored.resultData.runData).flatMap((runs) => runs.filter((task) => !isRecovered(task)));
	return new Set(counted.map(({ executionIndex }) => executionIndex)).size < counted.length;
}
