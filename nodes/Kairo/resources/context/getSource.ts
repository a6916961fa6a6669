import type { OperationDescription } from '../../../shared/fields/resource';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('context', 'getSource');

export const getSource: OperationDescription = {
	option: {
		name: 'Get Source',
		value: 'getSource',
		action: 'Get a context source',
		description: 'Read one data source of agents',
		routing: endpoint.record(),
	},
	tool: { text: 'Reads one data source. Changes nothing.' },
	fields: [sourceLocator],
};
