import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { caseListPages } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kayse.md#case-lists. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many case lists',
		description: 'List the case lists of your firm, with their numbers of cases',
		routing: routing.getMany('/case_lists', { page: caseListPages }),
	},
	tool: {
		text: 'Lists case lists with their IDs and sizes. Calls nobody.',
		arguments: {
			'filters.search': 'Part of the name, or empty',
		},
	},
	fields: [
		filters([
			sentAs('query', 'hide_empty', {
				displayName: 'Hide Empty',
				name: 'hideEmpty',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out lists without cases',
			}),
			sentAs('query', 'key', {
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. mass tort',
				description: 'Text in the name of the list',
			}),
		]),
	],
};
