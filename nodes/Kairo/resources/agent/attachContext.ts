import type { OperationDescription } from '../../../shared/fields/resource';
import { idInBody } from '../../../shared/operations/prepare';
import { agentLocator, sourceLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('agent', 'attachContext');

export const attachContext: OperationDescription = {
	option: {
		name: 'Attach Context',
		value: 'attachContext',
		action: 'Attach a context source to an agent',
		description: 'Let an agent use one more data source',
		routing: endpoint.record({
			lookUp: 'Check with Agent > Get whether it is attached.',
			prepare: [idInBody('sourceId', 'source')],
		}),
	},
	notice: 'The agent may repeat the data of this source to people.',
	tool: { text: 'Lets one agent use one more data source. It may repeat that data to people.' },
	fields: [agentLocator, sourceLocator],
};
