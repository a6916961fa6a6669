import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { jsonInBody, withBody } from '../../../shared/operations/prepare';
import { jsonObject } from '../../../shared/operations/readers';
import type { Prepare } from '../../../shared/operations/single';
import { ofKind } from '../../../shared/values/reading/kind';
import { additionalBodyField, textIn } from '../../request/fields';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';
import { additionalBody } from '../../request/prepare';

const endpoint = operationAt('context', 'ingestDocument');

const TEXT = 'text';
const URL = 'url';

const document: Prepare = (apiRequest, item) =>
	withBody(
		apiRequest,
		item.parameter('documentFrom', TEXT) === URL
			? { url: item.parameter('url') }
			: { content: item.parameter('content') },
	);

export const ingestDocument: OperationDescription = {
	option: {
		name: 'Ingest Document',
		value: 'ingestDocument',
		action: 'Ingest a document into a context source',
		description: 'Add a text or a web page to a data source for agents',
		routing: endpoint.record({
			lookUp: 'Check with Context > Get Documents whether it exists.',
			prepare: [
				document,
				jsonInBody('additionalFields.metadata', 'Metadata (JSON)', 'metadata', jsonObject()),
				additionalBody(),
			],
		}),
	},
	notice: 'Agents may repeat this text to people. This node cannot remove it.',
	tool: {
		text: 'Adds a text to a data source. Agents may repeat it to people from now on. No tool can remove it.',
		arguments: {
			title: 'Title, such as Refund policy',
			content: 'The full text',
		},
	},
	fields: [
		sourceLocator,
		ofKind(
			'spokenLine',
			textIn('body', 'title', { displayName: 'Title', name: 'title', placeholder: 'e.g. Refund policy' }),
		),
		{
			displayName: 'Document From',
			name: 'documentFrom',
			type: 'options',
			options: [
				{ name: 'Text', value: TEXT },
				{ name: 'URL', value: URL },
			],
			default: TEXT,
		},
		ofKind('instructions', {
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
			description: 'The text of the document',
			displayOptions: { show: { documentFrom: [TEXT] } },
		}),
		ofKind('url', {
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/refunds',
			description: 'Address of the document for KAIRO to fetch',
			displayOptions: { show: { documentFrom: [URL] } },
		}),
		additionalFields([
			additionalBodyField,
			{
				displayName: 'Metadata (JSON)',
				name: 'metadata',
				type: 'json',
				default: '{}',
				description: 'Your own data about the document, as a JSON object',
			},
		]),
	],
};
