import type { OperationDescription } from '../../../shared/fields/resource';
import { deleted } from '../../../shared/operations/deleted';
import { ofKind } from '../../../shared/values/reading/kind';
import { agentLocator } from '../../locators';
import { operationAt } from '../../operation';

const endpoint = operationAt('agent', 'removeTool');

export const removeTool: OperationDescription = {
	option: {
		name: 'Remove Tool',
		value: 'removeTool',
		action: 'Remove a tool from an agent',
		description: 'Take a tool away from an agent for good',
		routing: endpoint.record({ read: deleted }),
	},
	notice: 'Removes the tool for good.',
	tool: {
		text: 'Removes a tool from an agent for good.',
		arguments: {
			toolId: 'Tool ID, from Agent > Get',
		},
	},
	fields: [
		agentLocator,
		ofKind('id', {
			displayName: 'Tool ID',
			name: 'toolId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. tool_01j9k8m3x',
			description: 'From the result of Add Tool',
		}),
	],
};
