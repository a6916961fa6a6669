import type { OperationDescription } from '../../shared/fields/resource';
import { categories, type CategoryName } from '../endpoints';
import { routing } from '../vendor';
import { requestFields } from './fields';
import { parameterNamesOf } from './parameterNames';
import { requestBelow } from './request';
import { rootField } from './root';

const listed = (names: string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/**
 * API Request of a category.
 * @param about the records of its requests, such as "agents"
 * @param placeholder of the path
 */
export function apiRequestIn(category: CategoryName, about: string, placeholder: string): OperationDescription {
	const { root, methods } = categories[category];
	const changing = methods.filter((method) => method !== 'GET');
	return {
		option: {
			name: 'API Request',
			value: 'apiRequest',
			action: `Send any API request about ${about}`,
			description: `${changing.length === 0 ? 'Read' : 'Call'} any path below ${root}, also without an operation of this node`,
			routing: routing.to(requestBelow(category)),
		},
		...(changing.length > 0 && { notice: `${listed(changing)} change data.` }),
		tool: {
			text: `Reads any path below ${root}, as KAIRO documents it. Not for a model: use the other operations.`,
			arguments: { [parameterNamesOf(category).path]: placeholder.replace(/^e\.g\./, 'Path, such as') },
		},
		fields: requestFields(category, placeholder),
		options: [rootField(category)],
	};
}
