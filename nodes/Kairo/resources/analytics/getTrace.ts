import type { OperationDescription } from '../../../shared/fields/resource';
import { ofKind } from '../../../shared/values/reading/kind';
import { operationAt } from '../../operation';
import { RUN_OUTPUT_MEMBERS } from '../../untrustedMembers';

const endpoint = operationAt('analytics', 'getTrace');

export const getTrace: OperationDescription = {
	option: {
		name: 'Get Trace',
		value: 'getTrace',
		action: 'Get a trace',
		description: 'Read the steps of one run',
		routing: endpoint.record({ untrusted: RUN_OUTPUT_MEMBERS }),
	},
	tool: { text: 'Reads the steps of one run. Starts nothing.' },
	fields: [
		ofKind('id', {
			displayName: 'Trace ID',
			name: 'traceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. trace_01j9k8m3x',
		}),
	],
};
