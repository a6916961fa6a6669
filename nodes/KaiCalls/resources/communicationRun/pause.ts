import type { OperationDescription } from '../../../shared/fields/resource';
import { halting, haltingFields } from './action';
import { namedRun } from '../../namedRecords';

/** See docs/vendors/kaicalls.md#communication-runs. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a communication run',
		description: 'Stop the run for now. KaiCalls documents no way to resume it by API.',
		routing: halting('Pause'),
	},
	notice: 'Contacts no other person for now. KaiCalls documents no way to resume the run.',
	tool: { text: 'Stops bulk outreach for now: it contacts nobody else. No tool can resume it.' },
	record: namedRun,
	fields: haltingFields('Pause'),
};
