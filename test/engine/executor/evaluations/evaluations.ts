import { WorkflowExpression } from 'n8n-workflow';

/** What all evaluations in a workflow go through. */
const evaluate = WorkflowExpression.prototype.resolveSimpleParameterValue;

type Evaluated = ReturnType<typeof evaluate>;

/** How often expressions were evaluated, by item. */
export class Evaluations {
	private readonly counts = new Map<string, number[]>();

	note(expression: string, item: number): void {
		const byItem = this.counts.get(expression) ?? [];
		this.counts.set(expression, byItem);
		byItem[item] = (byItem[item] ?? 0) + 1;
	}

	/** For each of the first items. */
	of(expression: string, items: number): number[] {
		const byItem = this.counts.get(expression) ?? [];
		return Array.from({ length: items }, (_, item) => byItem[item] ?? 0);
	}

	/** For all items together. */
	totals(): Map<string, number> {
		return new Map(
			[...this.counts].map(([expression, byItem]) => [expression, byItem.reduce((sum, count) => sum + count, 0)]),
		);
	}
}

/**
 * Counts all evaluations while work is done.
 * @param answers what expressions yield for an item, in place of n8n's evaluator, with which all operations would take some ten minutes
 */
export async function counted<T>(
	work: () => Promise<T>,
	answers: Map<string, (item: number) => unknown>,
): Promise<{ result: T; evaluations: Evaluations }> {
	const evaluations = new Evaluations();
	WorkflowExpression.prototype.resolveSimpleParameterValue = function (value, ...context): Evaluated {
		const item = context[3];
		if (typeof value === 'string' && value.startsWith('=')) {
			evaluations.note(value, item);
			const answer = answers.get(value);
			if (answer) return answer(item) as Evaluated;
		}
		return evaluate.call(this, value, ...context);
	};
	try {
		return { result: await work(), evaluations };
	} finally {
		WorkflowExpression.prototype.resolveSimpleParameterValue = evaluate;
	}
}
