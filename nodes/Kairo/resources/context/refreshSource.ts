import type { OperationDescription } from '../../../shared/fields/resource';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('context', 'refreshSource');

export const refreshSource: OperationDescription = {
	option: {
		name: 'Refresh Source',
		value: 'refreshSource',
		action: 'Refresh a context source',
		description: 'Have KAIRO read live data again',
		routing: endpoint.record({ lookUp: 'Context > Get Source may show when it was refreshed.' }),
	},
	notice: endpoint.notice(),
	tool: { text: 'Has KAIRO read the live data of one source again, in place of what it has.' },
	fields: [sourceLocator],
};
