import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { periodFields, textIn } from '../../fields';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../queryParameters';

const endpoint = operationAt('analytics', 'getCosts');

export const getCosts: OperationDescription = {
	option: {
		name: 'Get Costs',
		value: 'getCosts',
		action: 'Get cost figures',
		description: endpoint.describe('Read what the account has spent'),
		routing: endpoint.figures('costs'),
	},
	fields: [
		filters([
			...periodFields,
			textIn('query', 'group_by', {
				displayName: 'Group By',
				name: 'groupBy',
				placeholder: 'e.g. agent',
				description: 'What each figure is for',
			}),
		]),
		queryParametersField,
	],
};
