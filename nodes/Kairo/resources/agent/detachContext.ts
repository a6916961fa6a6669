import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { deleted } from '../../../shared/operations/deleted';
import { agentLocator, sourceLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('agent', 'detachContext', { way: 'Detach', id: 'sourceId' });

export const detachContext: OperationDescription = {
	option: {
		name: 'Detach Context',
		value: 'detachContext',
		action: 'Detach a context source from an agent',
		description: 'Take a data source away from an agent. The source itself stays.',
		routing: endpoint.record({ read: deleted }),
	},
	notice: 'The agent can no longer use this data source.',
	tool: { text: 'Takes a data source away from one agent. The source itself stays.' },
	fields: [agentLocator, forGood('Detach', sourceLocator)],
};
