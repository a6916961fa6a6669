import type { CategoryName } from '../endpoints';

/** Labels of the categories in the Resource field. */
export const LABELS: Record<CategoryName, string> = {
	agent: 'Agent',
	workflow: 'Workflow',
	context: 'Context',
	analytics: 'Analytics',
};
