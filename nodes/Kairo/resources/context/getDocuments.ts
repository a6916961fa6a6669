import type { OperationDescription } from '../../../shared/fields/resource';
import { sourceLocator } from '../../locators';
import { operationAt } from '../../operation';
import { queryParametersField } from '../../request/queryParameters';
import { DOCUMENT_TEXT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('context', 'getDocuments');

export const getDocuments: OperationDescription = {
	option: {
		name: 'Get Documents',
		value: 'getDocuments',
		action: 'Get the documents of a context source',
		description: 'List the documents of one data source',
		routing: endpoint.list('documents', { untrusted: DOCUMENT_TEXT_MEMBERS }),
	},
	tool: { text: 'Lists the documents of one data source. Changes nothing.' },
	fields: [sourceLocator, queryParametersField],
};
