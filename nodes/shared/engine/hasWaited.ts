import type { IExecuteFunctions, IExecuteSingleFunctions, ITaskData } from 'n8n-workflow';

/** After a kill, n8n's crash recovery notes which nodes had started, and gives all of them place 0. */
const isRecovered = ({ executionStatus, data }: ITaskData): boolean =>
	executionStatus === 'crashed' || data?.main?.[0]?.[0]?.json.isArtificialRecoveredEventItem === true;

/**
 * Whether the execution was put to wait before this node: n8n's timer resumes it without static data. If n8n does not
 * say, the answer is yes.
 */
export async function hasWaited(context: IExecuteFunctions | IExecuteSingleFunctions): Promise<boolean> {
	if (!('getExecutionDataById' in context)) return true;
	const stored = await context.getExecutionDataById(context.getExecutionId());
	if (!stored || stored.waitTill !== undefined) return true;
	// Stored again since then, if the workflow saves its progress: n8n counts the nodes from 0 each time it starts an
	// execution.
	const counted = Object.values(stored.resultData.runData).flatMap((runs) => runs.filter((task) => !isRecovered(task)));
	return new Set(counted.map(({ executionIndex }) => executionIndex)).size < counted.length;
}
