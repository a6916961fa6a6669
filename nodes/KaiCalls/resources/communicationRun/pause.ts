import type { OperationDescription } from '../../../shared/fields/resource';
import { halting, haltingFields } from './action';
import { namedRun } from '../../named';

/** See docs/vendors/kaicalls.md#communication-runs. */
export const pause: OperationDescription = {
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a communication run',
		description: 'Contact nobody further for now. No document names a way to resume it from here.',
		routing: halting('pause'),
	},
	notice: 'Contacts nobody further; no document names a way to resume the run.',
	tool: { text: 'Stops bulk outreach for now: nobody further is contacted. There is no tool to resume it.' },
	record: namedRun,
	fields: haltingFields,
};
