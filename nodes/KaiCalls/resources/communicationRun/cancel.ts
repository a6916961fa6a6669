import type { OperationDescription } from '../../../shared/fields/resource';
import { halting, haltingFields } from './action';
import { namedRun } from '../../named';

/** See docs/vendors/kaicalls.md#communication-runs. */
export const cancel: OperationDescription = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a communication run',
		description: 'Contact nobody further, for good',
		routing: halting('cancel'),
	},
	notice: 'The run ends for good: it cannot be resumed.',
	tool: {
		text: 'Ends bulk outreach for good: nobody further is contacted, and it cannot be resumed. Who was reached stays reached.',
	},
	record: namedRun,
	fields: haltingFields,
};
