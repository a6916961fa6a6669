import type { OperationDescription } from '../../../shared/fields/resource';
import { modelLocator } from '../../locators';
import { routing } from '../../vendor';

/** See docs/vendors/kakiyo.md#models. */
export const get: OperationDescription = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a model',
		description: 'Read the name, the prices per 1,000 tokens and the status of an AI model',
		routing: routing.get('/models/{modelId}'),
	},
	tool: { text: 'Reads name, prices and status of an AI model. Changes nothing.' },
	fields: [modelLocator],
};
