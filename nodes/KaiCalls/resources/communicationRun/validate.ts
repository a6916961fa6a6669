import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { runFields, runInBody } from './fields';
import { TEMPLATE_WORDS } from './words';

/** Changes nothing. See docs/vendors/kaicalls.md#communication-runs. */
export const validate: OperationDescription = {
	option: {
		name: 'Validate',
		value: 'validate',
		action: 'Validate a communication run',
		description: 'Check a run without creating it. Contacts nobody.',
		routing: routing.post('/communication-runs/validate', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:write',
			onlyReads: true,
			prepare: [runInBody],
		}),
	},
	tool: {
		text: 'Checks a run of bulk outreach for errors. Contacts nobody, creates nothing.',
		arguments: {
			run: 'The full run as JSON text, such as {"business_id": "b1"}, from the user',
		},
	},
	fields: runFields,
};
