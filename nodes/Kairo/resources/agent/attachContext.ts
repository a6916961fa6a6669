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
		description: 'Let an agent draw on one more source of data',
		routing: endpoint.record({
			lookUp: 'Agent > Get shows whether it is attached.',
			prepare: [idInBody('sourceId', 'source')],
		}),
	},
	notice: endpoint.notice(),
	tool: { text: 'Lets one agent draw on one more source of data, which it may then repeat to people.' },
	fields: [agentLocator, sourceLocator],
};
