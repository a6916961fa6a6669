import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { runFields, runInBody } from './fields';
import { TEMPLATE_WORDS } from './words';

/** Changes nothing. See docs/vendors/kaicalls.md#communication-runs. */
export const preview: OperationDescription = {
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview a communication run',
		description: 'Show the people of a run without creating it. Contacts nobody.',
		routing: routing.post('/communication-runs/preview', {
			ownWords: TEMPLATE_WORDS,
			scope: 'communication-runs:write',
			onlyReads: true,
			prepare: [runInBody],
		}),
	},
	tool: {
		text: 'Shows the people that a run of bulk outreach would contact. Contacts nobody, creates nothing.',
		arguments: {
			run: 'The full run as JSON text, such as {"business_id": "b1"}, from the user',
		},
	},
	fields: runFields,
};
