import type { CategoryName } from '../endpoints';

/**
 * Names of the fields that say where a request goes and what it does there, one for each category: n8n keeps the value of a name when
 * Resource is changed, and a DELETE for one category must never be there for another.
 */
export const parameterNamesOf = (category: CategoryName) => ({
	method: `${category}Method`,
	path: `${category}Path`,
	root: `${category}Root`,
});
