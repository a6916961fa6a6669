import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { withoutEmptyTexts } from '../../../shared/operations/prepare';
import { additionalBodyField, textIn } from '../../fields';
import { operationAt } from '../../operation';
import { additionalBody, filledIn } from '../../prepare';
import { sourceConfig, sourceFields } from './fields';

const endpoint = operationAt('context', 'createSource');

export const createSource: OperationDescription = {
	option: {
		name: 'Create Source',
		value: 'createSource',
		action: 'Create a context source',
		description: endpoint.describe('Connect a source of data for agents to draw on'),
		routing: endpoint.record({
			lookUp: 'Context > Get Sources shows whether it is there.',
			prepare: [filledIn('name', 'Name'), sourceConfig('additionalFields'), withoutEmptyTexts, additionalBody()],
		}),
	},
	fields: [
		textIn('body', 'name', { displayName: 'Name', name: 'name', required: true, placeholder: 'e.g. Customer records' }),
		additionalFields([...sourceFields, additionalBodyField]),
	],
};
