import type { CategoryName } from '../endpoints';

/**
 * Names of the fields for method, path and root, different in each category: n8n keeps the value of a name when the user changes
 * Resource, and a DELETE for one category must not stay for another.
 */
export const parameterNamesOf = (category: CategoryName) => ({
	method: `${category}Method`,
	path: `${category}Path`,
	root: `${category}Root`,
});
