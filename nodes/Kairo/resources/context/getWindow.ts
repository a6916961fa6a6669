import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { operationAt } from '../../operation';
import { DOCUMENT_TEXT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('context', 'getWindow');

export const getWindow: OperationDescription = {
	option: {
		name: 'Get Window',
		value: 'getWindow',
		action: 'Get a context window',
		description: 'Read the context that KAIRO put together for a model',
		routing: endpoint.record({ untrusted: DOCUMENT_TEXT_MEMBERS }),
	},
	tool: {
		text: 'Reads the context that a model got. Changes nothing.',
		arguments: {
			windowId: 'Window ID, from Analytics > Get Trace',
		},
	},
	fields: [
		ofKind('id', {
			displayName: 'Window ID',
			name: 'windowId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. win_01j9k8m3x',
		}),
	],
};
