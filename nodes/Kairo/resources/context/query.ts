import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { listInBody } from '../../../shared/operations/prepare';
import { ofKind } from '../../../shared/values/reading/kind';
import { metricRows } from '../../answers/metrics';
import { additionalTextsField, textIn, keysField } from '../../request/fields';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';
import { DOCUMENT_TEXT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('context', 'query');

export const query: OperationDescription = {
	option: {
		name: 'Query',
		value: 'query',
		action: 'Query context sources',
		description: 'Find the passages that fit a question',
		routing: endpoint.record({
			untrusted: DOCUMENT_TEXT_MEMBERS,
			onlyReads: true,
			read: (body) => metricRows(body, 'matches'),
			prepare: [listInBody('sources', 'additionalFields.sources'), additionalBody()],
		}),
	},
	tool: {
		text: 'Finds passages of the data sources that fit a question. Changes nothing.',
		arguments: {
			query: 'The question, such as How long may a refund take?',
		},
	},
	fields: [
		ofKind(
			'spokenLine',
			textIn('body', 'query', {
				displayName: 'Query',
				name: 'query',
				required: true,
				placeholder: 'e.g. How long may a refund take?',
			}),
		),
		additionalFields([
			additionalTextsField,
			keysField(
				{
					displayName: 'Sources',
					name: 'sources',
					placeholder: 'e.g. crm',
					description: 'Only search these sources. If empty, search all.',
				},
				'Add Source',
			),
			sentAs('body', 'top_k', {
				displayName: 'Number of Results',
				name: 'topK',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 5,
				description: 'Number of passages to find',
			}),
		]),
	],
};
