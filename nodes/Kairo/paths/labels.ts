import type { CategoryName } from '../endpoints';

/** The categories as the node’s Resource field names them. */
export const LABELS: Record<CategoryName, string> = {
	agent: 'Agent',
	workflow: 'Workflow',
	context: 'Context',
	analytics: 'Analytics',
};
