import { cycle, day, numbers } from '../../tools/seedTools';
import type { Ids } from '../ids';
import { resultOf } from '../runResult';
import type { Agent, Run, Workflow } from '../state';

const runCount = 24;
const failedEvery = 8;
const workflowEvery = 3;

/** Past runs that have ended, one each day. */
export function seedRuns(ids: Ids, agents: readonly Agent[], workflows: readonly Workflow[]): Run[] {
	return numbers(runCount).map((index) => {
		const agent = cycle(agents, index);
		const byWorkflow = index % workflowEvery === workflowEvery - 1;
		const owner = byWorkflow ? cycle(workflows, (index - workflowEvery + 1) / workflowEvery) : agent;
		const created_at = Date.parse(day(10 + index));
		const runs_at = created_at + 100 * (1 + (index % 5));
		return {
			id: ids.next('run'),
			trace_id: ids.next('trace'),
			started_by: { type: byWorkflow ? 'workflow' : 'agent', id: owner?.id ?? '' },
			model: byWorkflow ? 'auto' : (agent?.model ?? 'auto'),
			input: `Case ${index + 1}`,
			created_at,
			runs_at,
			ends_at: runs_at + 1000 * (1 + (index % 7)),
			...resultOf(agent?.name ?? '', `Case ${index + 1}`, index % failedEvery === failedEvery - 1),
		};
	});
}
