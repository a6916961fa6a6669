import type { OperationDescription } from '../../../shared/fields/resource';
import { wholeList } from '../../pages';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#models. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many models',
		description: 'List the AI models that prompts can use',
		routing: routing.getMany('/models', { page: wholeList, tier: 'high' }),
	},
	tool: { text: 'Lists AI models with their IDs. Changes nothing.' },
	fields: [],
};
