import { mayHaveHappened } from '../contract/failure';
import type { FinishedRun } from './driver';

/** n8n starts a sub-workflow again in a Retry of its parent, and offers no way to tell the two starts apart. */
const OF_SUB_WORKFLOW =
	'press Retry of this execution in the list of executions. Do not retry the calling execution: it would do everything again.';

/** Advice for a person who has the list of executions. */
export const RETRY_DOES_THE_REST =
	'To do the rest, press Retry in the list of executions: finished items are not done again.';

/**
 * Which button does only the missing items; '' if no items are missing, if there is only one item, or if a model reads
 * it, because a model has no button.
 */
export function retryAdvice({ outcomes, total, settings }: FinishedRun): string {
	const isLeft = (index: number) => {
		const { rows, failure } = outcomes.get(index) ?? {};
		return !rows && !(failure && mayHaveHappened(failure));
	};
	if (settings.isTool || total < 2 || !Array.from({ length: total }, (_, index) => index).some(isLeft)) return '';
	if (settings.isSubWorkflow) return `To do the rest, ${OF_SUB_WORKFLOW}`;
	return RETRY_DOES_THE_REST;
}

/** For a successful run of a sub-workflow, because a later node may fail; '' for any other run. */
export const subWorkflowHint = ({ settings, hasSentOnce }: FinishedRun): string =>
	settings.isSubWorkflow && hasSentOnce ? `If this sub-workflow fails later, ${OF_SUB_WORKFLOW}` : '';
