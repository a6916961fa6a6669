import type { OperationDescription } from '../../../shared/fields/resource';
import { halting, haltingFields } from './action';

/** [docs: SDK] */
export const cancel: OperationDescription = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a communication run',
		description: 'Contact nobody further, for good',
		routing: halting('cancel'),
	},
	fields: haltingFields,
};
