import type { OperationDescription } from '../../../shared/fields/resource';
import { halting, haltingFields } from './action';
import { namedRun } from '../../namedRecords';

/** See docs/vendors/kaicalls.md#communication-runs. */
export const cancel: OperationDescription = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a communication run',
		description: 'End the run for good. It contacts nobody else.',
		routing: halting('Cancel'),
	},
	notice: 'The run ends for good: it cannot be resumed.',
	tool: {
		text: 'Ends bulk outreach for good: it contacts nobody else, and cannot be resumed. Past calls and texts stay.',
	},
	record: namedRun,
	fields: haltingFields('Cancel'),
};
