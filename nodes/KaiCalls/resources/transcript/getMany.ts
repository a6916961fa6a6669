import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { sentAs } from '../../../shared/fields/sent';
import { agentIn, createdFilters } from '../../fields';
import { transcriptPages } from '../../pages';
import { routing } from '../../vendor';

/** For the transcript of one call, see Call > Get Transcript (docs/vendors/kaicalls.md#transcripts-and-recordings). */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many transcripts',
		description: 'List the exact words of calls. They are ready shortly after the end of a call.',
		routing: routing.getMany('/transcripts', {
			scope: 'calls:read',
			page: transcriptPages,
			created: 'created_at',
		}),
	},
	tool: {
		text: 'Lists the exact words of calls. Long: give an agent or few days. Calls nobody.',
		arguments: {
			'filters.agentId': 'Agent ID, from Agent > Get Many, or empty for all',
			'filters.createdAfter': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			agentIn('query'),
			...createdFilters,
			sentAs('query', 'days', {
				displayName: 'Days',
				name: 'daysBack',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 7,
				description: 'How many days to look back',
			}),
		]),
	],
};
