import { stringOf } from '../values/text';

/** The method to evaluate expressions, which both of n8n's entry points have. */
interface NodeContext {
	evaluateExpression(expression: string, itemIndex: number): unknown;
	getExecutionId(): string;
}

/**
 * Identifies an execution and all its Retries. n8n makes a random token for an execution before its first node runs,
 * stores it with the execution and copies it into each Retry; `$execution.resumeUrl` shows it in its query (n8n-core:
 * get-additional-keys.js). n8n before 2.14 has no token: there, a Retry counts as a new execution.
 */
export function lineageOf(context: NodeContext): string {
	const resumeUrl = stringOf(context.evaluateExpression('{{ $execution.resumeUrl }}', 0) ?? '');
	const [, token = ''] = resumeUrl.split('?');
	return token === '' ? context.getExecutionId() : token;
}
