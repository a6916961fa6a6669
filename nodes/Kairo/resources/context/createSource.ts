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
		description: 'Connect a data source for agents',
		routing: endpoint.record({
			lookUp: 'Check with Context > Get Sources whether it exists.',
			prepare: [sourceConfig('additionalFields'), additionalBody()],
		}),
	},
	tool: { text: 'Creates a data source for agents. It is empty until you ingest a document.' },
	fields: [
		nameField({ required: true, placeholder: 'e.g. Customer records' }),
		additionalFields([...sourceFields, additionalBodyField]),
	],
};
