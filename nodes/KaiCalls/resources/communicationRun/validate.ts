import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { runField, runInBody } from './fields';

/** [docs: SDK] It only reads, so it may be repeated. */
export const validate: OperationDescription = {
	option: {
		name: 'Validate',
		value: 'validate',
		action: 'Validate a communication run',
		description: 'Have a run checked without creating it; nobody is contacted',
		routing: routing.post('/communication-runs/validate', {
			scope: 'communication-runs:write',
			repeatable: true,
			prepare: [runInBody],
		}),
	},
	fields: [runField],
};
