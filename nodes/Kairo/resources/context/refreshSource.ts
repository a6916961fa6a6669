import type { OperationDescription } from '../../../shared/fields/resource';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('context', 'refreshSource');

export const refreshSource: OperationDescription = {
	option: {
		name: 'Refresh Source',
		value: 'refreshSource',
		action: 'Refresh a context source',
		description: 'Let KAIRO read the live data again',
		routing: endpoint.record({ lookUp: 'Check with Context > Get Source whether it was refreshed.' }),
	},
	notice: 'Replaces the old data of the source.',
	tool: { text: 'Lets KAIRO read the live data of one source again, replacing the old data.' },
	fields: [sourceLocator],
};
