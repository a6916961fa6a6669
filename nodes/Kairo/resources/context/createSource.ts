import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { additionalBodyField, nameField } from '../../request/fields';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';
import { sourceConfig, sourceFields } from './fields';

const endpoint = operationAt('context', 'createSource');

export const createSource: OperationDescription = {
	option: {
		name: 'Create Source',
		value: 'createSource',
		action: 'Create a context source',
		description: 'Connect a source of data for agents to draw on',
		routing: endpoint.record({
			lookUp: 'Context > Get Sources shows whether it is there.',
			prepare: [sourceConfig('additionalFields'), additionalBody()],
		}),
	},
	notice: endpoint.notice(),
	tool: { text: 'Creates a source of data that agents can draw on. It is empty until something is ingested.' },
	fields: [
		nameField({ required: true, placeholder: 'e.g. Customer records' }),
		additionalFields([...sourceFields, additionalBodyField]),
	],
};
