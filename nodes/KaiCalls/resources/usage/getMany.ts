import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { momentFilter } from '../../../shared/fields/sent';
import { rangeStart } from '../../../shared/values/reading/range';
import { usagePages } from '../../pages';
import { routing } from '../../vendor';

/** No document names its scope. See docs/vendors/kaicalls.md#account. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many usage records',
		description: 'List the requests to the KaiCalls API, with status and cost',
		routing: routing.getMany('/usage', {
			page: usagePages,
		}),
	},
	tool: {
		text: 'Lists requests to the KaiCalls API with their cost. Changes nothing.',
		arguments: {
			'filters.start': 'Day or time, such as 2026-03-01, or empty',
			'filters.end': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			momentFilter('end', { displayName: 'End', name: 'end', description: 'Requests up to this time' }),
			rangeStart(
				'end',
				momentFilter('start', { displayName: 'Start', name: 'start', description: 'Requests since this time' }),
			),
		]),
	],
};
