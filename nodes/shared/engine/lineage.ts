import { stringOf } from '../values/text';

/** What both of n8n's ways to run a node can evaluate. */
interface NodeContext {
	evaluateExpression(expression: string, itemIndex: number): unknown;
	getExecutionId(): string;
}

/**
 * Stands for an execution and all its Retries. n8n draws a random token for an execution before its first node runs, stores it
 * with the execution and takes it over into each Retry; `$execution.resumeUrl` shows it in its query (n8n-core:
 * get-additional-keys.js). n8n before 2.14 has none: there, a Retry is another execution like any other.
 */
export function lineageOf(context: NodeContext): string {
	const resumeUrl = stringOf(context.evaluateExpression('{{ $execution.resumeUrl }}', 0) ?? '');
	const [, token = ''] = resumeUrl.split('?');
	return token === '' ? context.getExecutionId() : token;
}
